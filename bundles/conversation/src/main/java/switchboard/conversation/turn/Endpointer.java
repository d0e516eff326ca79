package switchboard.conversation.turn;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import switchboard.api.company.Company.Endpointing;
import switchboard.conversation.turn.State.Pausing;
import switchboard.conversation.turn.State.Verdict;
import switchboard.conversation.words.Completeness;
import switchboard.conversation.words.Expected;
import switchboard.conversation.words.Wording;

/**
 * Graded endpointing: the less the words and the melody look as if nothing followed, the longer the silence that is waited
 * for. The melody alone is often sure and wrong ("I need to cancel my"); the words alone cannot know that somebody hesitates.
 * One per turn, which it remembers the last words of: they are judged once, not with every frame. Confined to the machine.
 */
final class Endpointer {

    /** When the turn detector is asked, and asked again. */
    private static final List<Duration> ASK =
            List.of(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(800), Duration.ofMillis(1600));
    /** Most silences within a sentence are shorter. */
    private static final Duration LEAST_FOR_A_DRAFT = Duration.ofMillis(80);
    /** What a detector must be sure of, as a part of what lies between its threshold and certainty. */
    private static final float SURE = 0.6f;

    private final Wording wording;
    /** How much silence ends a turn, by its words, if the melody has no, some and more doubt. */
    private final Map<Completeness, List<Duration>> patience;
    private final Endpointing settings;
    private Judged judged = new Judged("", Expected.ANYTHING, Completeness.DOUBTFUL);

    private record Judged(String transcript, Expected expected, Completeness completeness) {}

    Endpointer(Endpointing settings, Wording wording) {
        this.settings = settings;
        this.wording = wording;
        Duration open = mean(settings.likely(), settings.doubtful());
        this.patience = Map.of(
                Completeness.WHOLE, List.of(settings.vadStop(), mean(settings.vadStop(), settings.likely()), settings.likely()),
                Completeness.LIKELY, List.of(settings.likely(), mean(settings.likely(), open), open),
                Completeness.OPEN, List.of(open, settings.doubtful(), times(settings.doubtful(), 1.25)),
                Completeness.DOUBTFUL, List.of(settings.doubtful(), times(settings.doubtful(), 1.25), times(settings.doubtful(), 1.5)),
                Completeness.UNFINISHED, List.of(times(settings.doubtful(), 1.5), times(settings.doubtful(), 2), settings.maxSilence()));
    }

    static Verdict verdict(Event.TurnJudged judged) {
        float threshold = judged.threshold();
        if (judged.wordless()) {
            return Verdict.WORDLESS;
        }
        if (judged.probability() < threshold) {
            return Verdict.INCOMPLETE;
        }
        return judged.probability() >= threshold + SURE * (1 - threshold) ? Verdict.SURE : Verdict.COMPLETE;
    }

    /** Whether the detector should be asked by now; 0 if not, otherwise the number of the round. */
    static int dueRound(Pausing pausing) {
        if (pausing.asking()) {
            return 0;
        }
        for (int round = ASK.size(); round > pausing.round(); round--) {
            if (pausing.silence().compareTo(ASK.get(round - 1)) >= 0) {
                return round;
            }
        }
        return 0;
    }

    /** Whether an answer is worth preparing although the turn may go on. */
    boolean isWorthADraft(Pausing pausing, String transcript, Expected expected) {
        if (pausing.draft().isPresent() || pausing.silence().compareTo(LEAST_FOR_A_DRAFT) < 0) {
            return false;
        }
        boolean soon = judge(transcript, expected).compareTo(Completeness.LIKELY) <= 0
                && !pausing.verdict().equals(Optional.of(Verdict.INCOMPLETE));
        return soon || pausing.silence().compareTo(settings.likely()) >= 0;
    }

    /** Whether the turn, whose words are known, is over. */
    boolean isOver(Pausing pausing, String transcript, Expected expected) {
        if (pausing.silence().compareTo(settings.maxSilence()) >= 0) {
            return true;
        }
        return pausing.verdict().isPresent() && pausing.silence().compareTo(enough(judge(transcript, expected), pausing.verdict().get())) >= 0;
    }

    private Completeness judge(String transcript, Expected expected) {
        if (!judged.transcript.equals(transcript) || judged.expected != expected) {
            judged = new Judged(transcript, expected, wording.judge(transcript, expected));
        }
        return judged.completeness;
    }

    /** The silence that ends a turn of such words and such a melody. */
    private Duration enough(Completeness words, Verdict melody) {
        int doubts = switch (melody) {
            case SURE -> 0;
            case COMPLETE, UNKNOWN, WORDLESS -> 1;
            case INCOMPLETE -> 2;
        };
        return patience.get(words).get(doubts);
    }

    private static Duration times(Duration one, double factor) {
        return Duration.ofMillis(Math.round(one.toMillis() * factor));
    }

    private static Duration mean(Duration one, Duration other) {
        return one.plus(other).dividedBy(2);
    }
}
