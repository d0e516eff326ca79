package switchboard.llm.receptionist.booking;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import switchboard.llm.receptionist.acts.Clauses;

/** What the assistant has just offered instead ("Eight is taken. I have half past eight or nine."), to be taken by a yes or "the second". */
final class Offer {

    private static final Pattern REFUSED = Pattern.compile("^[^.]*\\bonly until\\b[^.]*\\.|^.*?(?:taken|booked|full|closed|fit our opening hours|too (?:late|soon|far)|not (?:open|free|available)|cannot|can't|quarter of an hour|until)\\b[^.;,]*(?:[.;]| but\\b|, but\\b|,)", Pattern.DOTALL);
    private static final Pattern CHOICE = Pattern.compile("(?:.* )?(first|former|earlier|earliest|second|latter|later|last|third|latest)(?: (?:(?:is|would be|sounds|will be|suits) (?:good|fine|great|okay|ok|better|perfect|me|us)|one|of them|time|day|please|is fine|works|then|would be (?:fine|good|great)))*");
    private static final Pattern FREE = Pattern.compile("\\b(" + Numbers.NUMBER + ")(?= (?:is|are|would be|at))");
    private static final Pattern INTRODUCTION = Pattern.compile("^\\W*(?:so )?(?:do you mean|i have|we have|i could offer|there is|there are|how about|what about|would|yes)\\b");

    /** "At eight", "eight in the evening": an hour of the clock, with nothing behind it but a part of the day. */
    private static final Pattern HOUR = Pattern.compile("(?:at )?(" + Numbers.NUMBER + ")(?: o'clock)?(?: in the (?:morning|afternoon|evening)| at night)?(?: on .*)?");
    private static final Pattern PEOPLE = Pattern.compile("(?i)people|persons|guests");

    private Offer() {
    }

    /** The words of what was chosen, if the caller chose by place: "the first one". */
    static Optional<String> chosen(String assistant, String said) {
        Matcher choice = CHOICE.matcher(Speech.plain(said));
        List<String> options = options(assistant);
        OptionalInt number = PEOPLE.matcher(assistant).find() ? OptionalInt.empty() : Speech.bareNumber(said);
        if (number.orElse(0) > 0 && number.getAsInt() <= 12 && options.stream().anyMatch(option -> HOUR.matcher(option).matches() && Outcome.isRefusal(assistant))) {
            // "Eight is fine", where times were offered, is no number of people.
            return Optional.of(options.stream().filter(option -> hour(option).equals(number)).findFirst().orElse("at " + Numbers.word(number.getAsInt())));
        }
        if (options.size() < 2 || !choice.matches() || Shift.in(Speech.plain(said)).isPresent() || Outcome.isReadBack(assistant) || Outcome.asksForChanges(assistant) || Slot.askedIn(assistant).filter(slot -> slot != Slot.KIND && slot != Slot.DAY && slot != Slot.TIME).isPresent()) {
            return Optional.empty();
        }
        int last = options.size() - 1;
        return Optional.of(switch (choice.group(1)) {
            case "first", "former", "earlier", "earliest" -> options.get(0);
            case "second" -> options.get(1);
            case "third" -> options.get(Math.min(2, last));
            default -> options.get(last);
        });
    }

    private static OptionalInt hour(String option) {
        Matcher hour = HOUR.matcher(option);
        return hour.matches() ? Numbers.value(hour.group(1)) : OptionalInt.empty();
    }

    /**
     * What a yes to it takes, with what was known before; only the day of that if nothing was offered.
     *
     * @param books whether something is being booked
     */
    static When taken(String assistant, When known, TurnReader reader, boolean books) {
        When offer = reader.read(Slots.EMPTY, first(assistant), Optional.of(Slot.TIME), Intent.BOOK, false, List.of()).when();
        return offer.isEmpty() && books && !Outcome.isOffer(assistant) ? known.dayOnly() : known.and(offer);
    }

    /** The words of what a yes takes: the first of what was offered. */
    static String first(String assistant) {
        return options(assistant).get(0);
    }

    /** Of a time that is to be taken or not, the sentence that tells it: a fact may stand before it. */
    private static String sentence(String assistant) {
        List<String> sentences = Clauses.sentences(assistant);
        return Outcome.isOffer(assistant) && sentences.size() > 1 ? sentences.get(sentences.size() - 2) : assistant;
    }

    /** The words of all that was offered. */
    static List<String> options(String assistant) {
        String text = REFUSED.matcher(sentence(assistant).replaceAll("\\?\\s*$", "")).replaceFirst("").strip().toLowerCase(java.util.Locale.ROOT);
        String list = INTRODUCTION.matcher(FREE.matcher(text).replaceAll("at $1")).replaceFirst("").strip();
        boolean days = list.matches(".*(?:day|tomorrow|tonight)\\b.*");
        return Arrays.stream(list.split(days ? ";(?: or| and)?|,(?= (?:on (?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow)\\b)|\\bor\\b|\\. |\\band\\b" : "[;,](?: or)?|\\bor\\b|\\. |\\band\\b")).map(option -> option.replaceFirst("[.!,;\\s]+$", "").strip())
                .map(option -> option.matches(Numbers.NUMBER) ? "at " + option : option).filter(option -> !option.isEmpty())
                .collect(java.util.stream.Collectors.collectingAndThen(java.util.stream.Collectors.toList(), found -> found.isEmpty() ? List.of("") : found));
    }
}
