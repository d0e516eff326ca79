package switchboard.llm.receptionist.booking;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is still to be asked.
 *
 * @param offered      the tools
 * @param instructions tell what kind of company it is
 */
record Needs(Offered offered, String instructions) {

    private static final Pattern TABLE = Pattern.compile("\\b(table|dinner|lunch|brunch|breakfast|eat|dine|seats?|restaurant|reservation)\\b");
    private static final Pattern ALONE = Pattern.compile("\\b(appointment|dentist|doctor|hygienist|check-? ?up|cleaning|filling|treatment|tooth|teeth|bike|bicycle|repair|inspection|haircut|hair cut|massage|consultation|car|service|fitting)\\b");
    private static final Pattern HOUSE_FOR_TABLES = Pattern.compile("(?i)\\b(restaurant|bistro|caf[eé]|tavern|trattoria|pizzeria|steakhouse|brasserie|dining|tables?)\\b");
    private static final Pattern HOUSE_FOR_ONE = Pattern.compile("(?i)\\b(dental|dentist|practice|clinic|doctor|salon|barber|hairdresser|workshop|garage|bicycles?|bikes?|repairs?|therapist|physio\\w*|spa|studio|optician|veterinary|vet|lawyer|office)\\b");

    /** The first thing that is missing. */
    Optional<Slot> first(Intent intent, Slots slots, Notes notes) {
        boolean named = slots.name().isPresent() || slots.phone().isPresent();
        return switch (intent) {
            case CANCEL, FIND -> named ? Optional.empty() : Optional.of(Slot.NAME);
            case MOVE -> !named ? Optional.of(Slot.NAME) : moved(slots);
            case FREE -> party(intent, slots, notes.said()).or(() -> slots.when().day().isEmpty() ? Optional.of(Slot.DAY) : Optional.empty());
            case BOOK -> party(intent, slots, notes.said()).or(() -> booked(slots, notes));
        };
    }

    /** Whether it goes without saying that one comes alone: nobody asks a patient for how many people. */
    boolean isForOne(String said) {
        String plain = Speech.plain(said);
        if (TABLE.matcher(plain).find()) {
            return false;
        }
        return !HOUSE_FOR_TABLES.matcher(instructions).find() && (HOUSE_FOR_ONE.matcher(instructions).find() || ALONE.matcher(plain).find());
    }

    private Optional<Slot> party(Intent intent, Slots slots, String said) {
        return slots.party() > 0 || !offered.needsParty(intent) || isForOne(said) ? Optional.empty() : Optional.of(Slot.PARTY);
    }

    private Optional<Slot> booked(Slots slots, Notes notes) {
        if (slots.when().day().isEmpty()) {
            return Optional.of(Slot.DAY);
        }
        if (slots.when().times().isEmpty()) {
            return Optional.of(Slot.TIME);
        }
        if (slots.kind().isEmpty() && !notes.kindAsked() && offered.kinds(Intent.BOOK).size() > 1) {
            return Optional.of(Slot.KIND);
        }
        if (slots.name().isEmpty()) {
            return Optional.of(Slot.NAME);
        }
        return slots.phone().isEmpty() && !notes.phoneAsked() && offered.takes(Intent.BOOK, "phone") ? Optional.of(Slot.PHONE) : Optional.empty();
    }

    /** A tool keeps the day or the time that is not said; to change the party alone it must know which day. */
    private static Optional<Slot> moved(Slots slots) {
        boolean known = !slots.when().isEmpty() || slots.party() > 0 && !slots.from().isEmpty();
        return known ? Optional.empty() : Optional.of(Slot.DAY);
    }
}
