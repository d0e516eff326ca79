package switchboard.conversation.turn;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import switchboard.api.company.Company.Endpointing;
import switchboard.conversation.turn.State.Pausing;
import switchboard.conversation.turn.State.Verdict;

/**
 * Graded endpointing: asks early, asks again, and asks for less the longer the silence lasts.
 *
 * <p>The melody alone is often sure and wrong ("I need to cancel my"), so the words have a say. Immutable.
 */
record Endpointer(Endpointing settings) {

    private static final List<Duration> ASK_AGAIN =
            List.of(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(800), Duration.ofMillis(1600));
    private static final double RELAXED_PER_ROUND = 0.85;

    /** From this silence on, words that only may go on are taken as finished, and nobody needs the detector. */
    private static final Duration PATIENCE = Duration.ofMillis(800);

    Verdict verdict(Pausing pausing, float probability, float threshold) {
        return probability >= threshold * Math.pow(RELAXED_PER_ROUND, pausing.round()) ? Verdict.COMPLETE : Verdict.INCOMPLETE;
    }

    /** Whether the detector should be asked again by now; 0 if not, otherwise the number of the round. */
    int dueRound(Pausing pausing) {
        if (pausing.asking()) {
            return 0;
        }
        for (int round = ASK_AGAIN.size(); round > pausing.round(); round--) {
            if (pausing.silence().compareTo(ASK_AGAIN.get(round - 1)) >= 0) {
                return round;
            }
        }
        return 0;
    }

    /** Whether an answer is worth preparing although the turn may go on. */
    boolean isWorthADraft(Pausing pausing, String transcript) {
        return pausing.draft().isEmpty()
                && UnfinishedWords.ending(transcript) == UnfinishedWords.Ending.FINISHED
                && !pausing.verdict().equals(Optional.of(Verdict.INCOMPLETE));
    }

    /** Whether the turn, whose words are known, is over. */
    boolean isOver(Pausing pausing, String transcript) {
        if (pausing.silence().compareTo(settings.maxSilence()) >= 0) {
            return true;
        }
        boolean longEnough = pausing.silence().compareTo(settings.vadStop()) >= 0;
        boolean patient = pausing.silence().compareTo(PATIENCE) >= 0;
        return longEnough && soundsOver(pausing, patient)
                && switch (UnfinishedWords.ending(transcript)) {
                    case FINISHED -> true;
                    case MAY_GO_ON -> patient;
                    case UNFINISHED -> false;
                };
    }

    private static boolean soundsOver(Pausing pausing, boolean patient) {
        return pausing.verdict()
                .map(verdict -> verdict == Verdict.COMPLETE || verdict == Verdict.UNKNOWN && patient)
                .orElse(false);
    }
}
