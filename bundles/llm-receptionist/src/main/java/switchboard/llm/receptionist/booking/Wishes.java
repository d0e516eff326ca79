package switchboard.llm.receptionist.booking;

import java.util.Optional;

/** What a caller's words make of the wish of a dialogue: they begin one, or another in the middle of it. */
record Wishes(Offered offered) {

    /**
     * What is wished, if a tool does that.
     *
     * @param looked the wish that was just answered, if it was one that only looks
     */
    Optional<Intent> in(String words, Optional<Intent> looked) {
        return offered.wish(words).or(() -> looked.filter(Intent.FIND::equals).filter(found -> offered.has(Intent.MOVE) && Cue.ALTERS.isIn(Speech.plain(words))).map(found -> Intent.MOVE));
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
        boolean another = found.filter(wish -> wish != Intent.BOOK && wish != Intent.FREE).isPresent() || Cue.SEPARATE.isIn(plain);
        boolean corrected = !another && !cut && done && offered.has(Intent.MOVE) && Cue.CORRECTS.isIn(plain);
        return cut ? Optional.of(Intent.BOOK) : corrected ? Optional.of(Intent.MOVE) : found;
    }

    /** Whether what is wished now is another thing than what the dialogue was about. @param answered whether that was looked up */
    boolean isAnother(Intent found, Intent now, String words, boolean answered) {
        String plain = Speech.plain(words);
        boolean looked = answered || now == Intent.FREE && found == Intent.BOOK || now == Intent.FIND;
        boolean other = Cue.EXISTING.isIn(plain) && (found == Intent.CANCEL || found == Intent.MOVE || found == Intent.FIND) || Cue.SEPARATE.isIn(plain) && found == Intent.BOOK;
        return found != now && (looked || other);
    }
}
