package switchboard.llm.receptionist.booking;

import java.util.Optional;
import java.util.regex.Pattern;
import switchboard.llm.receptionist.acts.Act;

/** What a caller's words make of the wish of a dialogue: they begin one, or another in the middle of it. */
record Wishes(Offered offered) {

    /** It was asked what is wanted: then a day, or a kind of booking, is. */
    private static final Pattern ASKED = Pattern.compile("What can I do for you\\?\\s*$");
    /** "Could we come on Sunday instead?", of a booking that is known. */
    private static final Pattern INSTEAD = Pattern.compile("^(?!.*\\bcancel).*\\binstead\\b");

    /**
     * What is wished, if a tool does that.
     *
     * @param looked the wish that was just answered, or that is to be given up
     * @param open   whether any wish may come now, since none is being dealt with
     */
    Optional<Intent> in(Heard turn, Optional<Intent> looked, boolean open) {
        String plain = Speech.plain(turn.said());
        boolean alterable = offered.has(Intent.MOVE) && looked.filter(now -> now == Intent.FIND || now == Intent.CANCEL).isPresent();
        Optional<Intent> told = alterable && INSTEAD.matcher(plain).find() ? Optional.of(Intent.MOVE) : told(turn, open).or(() -> alterable && Cue.ALTERS.isIn(plain) ? Optional.of(Intent.MOVE) : Optional.empty());
        return told.or(() -> turn.wish().filter(wish -> open && offered.has(wish)));
    }

    /** What rules know, unless a clause is certainly about a booking that there is. */
    private Optional<Intent> told(Heard turn, boolean open) {
        return offered.wish(turn.said()).filter(wish -> !turn.onlyAsks())
                .map(wish -> turn.certainWish().filter(other -> open && wish == Intent.BOOK && (other == Intent.MOVE || other == Intent.CANCEL) && offered.has(other)).orElse(wish));
    }

    /** Whoever says what is wrong, or unasked when and with how many people, wants to come. */
    Optional<Intent> implied(Heard turn, String before, String words, TurnReader reader) {
        boolean trouble = turn.tellsTrouble() && !turn.mayAsk() && !offered.kinds(Intent.BOOK).isEmpty();
        boolean details = turn.tellsDetails() && !turn.opensWithAQuestion() && (reader.day(words).isPresent() || PartyWords.find(Speech.plain(words)).party() > 0);
        boolean told = ASKED.matcher(before).find() && turn.isKnown() && !turn.mayAsk() && (reader.day(turn.said()).isPresent() || !offered.kinds(Intent.BOOK).isEmpty() && KindWords.in(Speech.plain(turn.said()), offered.kinds(Intent.BOOK)).isPresent());
        return (trouble || details || told) && !turn.likely(Act.ASK) && offered.has(Intent.BOOK) ? Optional.of(Intent.BOOK) : Optional.empty();
    }

    /**
     * The wish that a dialogue begins with.
     *
     * @param found what is wished in the words themselves
     * @param asked what the assistant asked for
     * @param done  whether something was booked in this call
     */
    Optional<Intent> begun(Optional<Intent> found, String words, Optional<Slot> asked, boolean done) {
        String plain = Speech.plain(words);
        // The beginning of a long call is not told any more, but what was asked tells that there was one.
        boolean cut = found.isEmpty() && asked.filter(slot -> slot != Slot.NAME).isPresent() && offered.has(Intent.BOOK);
        boolean separate = Cue.SEPARATE.isIn(plain);
        boolean another = found.filter(wish -> wish != Intent.BOOK && wish != Intent.FREE).isPresent() || separate;
        boolean corrected = !another && !cut && done && offered.has(Intent.MOVE) && Cue.CORRECTS.isIn(plain);
        boolean beside = found.isEmpty() && done && separate && offered.has(Intent.BOOK);
        return cut || beside ? Optional.of(Intent.BOOK) : corrected ? Optional.of(Intent.MOVE) : found;
    }

    /** Whether a time that was told to be free is taken. */
    static boolean takes(String words) {
        String plain = Speech.plain(words);
        return Cue.ACCEPTS.isIn(plain) || Cue.SOONEST.isIn(plain);
    }

    /** Whether what is wished now is another thing than what the dialogue was about. @param answered whether that was looked up */
    boolean isAnother(Intent found, Intent now, String words, boolean answered) {
        String plain = Speech.plain(words);
        boolean looked = answered || now == Intent.FREE && found == Intent.BOOK || now == Intent.FIND || now == Intent.CANCEL && found == Intent.MOVE;
        boolean other = Cue.EXISTING.isIn(plain) && (found == Intent.CANCEL || found == Intent.MOVE || found == Intent.FIND) || Cue.SEPARATE.isIn(plain) && found == Intent.BOOK;
        return found != now && (looked || other);
    }
}
