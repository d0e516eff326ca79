package switchboard.llm.receptionist.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was before a turn, as far as it tells what the turn means.
 *
 * @param before   what the assistant said
 * @param asked    what it asked for with that
 * @param answered whether it told what it had looked up
 * @param week     the days of the week that was named; empty if none was
 * @param done     the booking that was made in this call
 */
record Context(String before, Optional<Slot> asked, boolean answered, List<LocalDate> week, Optional<Slots> done) {

    /** What is known after a turn; see {@link TurnReader#read}. */
    Slots read(TurnReader reader, Slots known, String said, Intent intent, boolean first, List<String> kinds) {
        boolean whichOne = intent == Intent.MOVE && (before.contains("Which one do you mean") || asked.equals(Optional.of(Slot.DAY)) && known.party() > 0 && known.when().isEmpty());
        TurnReader listening = Outcome.isRefusal(before) || answered || whichOne ? reader.after(Offer.options(before)) : reader.within(week.isEmpty() ? reader.weekOf(known.when()) : week);
        Slots slots = atTheSameTime(listening.read(otherCaller(known), said, asked, intent, first, kinds), said);
        boolean told = whichOne && slots.from().equals(known.from());
        return told ? slots.withFrom(known.from().and(slots.when())).withWhen(known.when()).withParty(known.party()) : slots;
    }

    /** Nothing was found under that name: another one, or a number, is told instead of it. */
    private Slots otherCaller(Slots known) {
        return before.toLowerCase(Locale.ROOT).contains("under which other name or phone number") ? known.without(Slot.NAME).without(Slot.PHONE) : known;
    }

    private Slots atTheSameTime(Slots slots, String said) {
        return done.filter(other -> slots.when().times().isEmpty() && Cue.SAME_TIME.isIn(Speech.plain(said))).map(Slots::when)
                .map(other -> slots.withWhen(slots.when().and(new When(Optional.empty(), other.times(), other.part())))).orElse(slots);
    }
}
