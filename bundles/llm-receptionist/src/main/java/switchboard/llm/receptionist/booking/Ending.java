package switchboard.llm.receptionist.booking;

import java.util.List;
import java.util.Optional;
import switchboard.llm.receptionist.acts.Act;

/** How a turn ends what was wished. */
enum Ending {

    /** It begins anew. */
    RESTARTED,
    /** The caller takes leave. */
    PARTED,
    /** It is not wanted any more. */
    LEFT,
    /** Somebody is to call back instead, as was offered. */
    HANDED_OVER,
    /** Nobody is to call back, and nothing else was offered. */
    DECLINED;

    /**
     * The ending that is in a turn, if any is.
     *
     * @param before   what the assistant said
     * @param intent   what was wished
     * @param answered whether that was looked up, so that there is nothing to leave
     * @param kinds    of the company's bookings
     */
    static Optional<Ending> in(String before, Heard turn, Intent intent, boolean answered, List<String> kinds) {
        String words = turn.said();
        String plain = Speech.plain(words);
        if (CallbackDialogue.isAccepted(before, turn, kinds)) {
            return Optional.of(HANDED_OVER);
        }
        if (CallbackDialogue.isOffer(before) && Speech.refuses(words)) {
            return Optional.of(DECLINED);
        }
        if (Cue.RESTART.isIn(plain)) {
            return Optional.of(RESTARTED);
        }
        if (Cue.FAREWELL.isIn(plain)) {
            return Optional.of(PARTED);
        }
        boolean cancels = Cue.CANCELS.isIn(plain) && !Cue.ABOUT.isIn(plain) && intent != Intent.CANCEL && intent != Intent.FIND && !answered;
        boolean leaves = turn.only(Act.LEAVE, Act.REASON, Act.CHAT) && turn.surely(Act.LEAVE);
        return cancels || leaves || Cue.LEAVE.isIn(plain) ? Optional.of(LEFT) : Optional.empty();
    }
}
