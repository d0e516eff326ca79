package switchboard.turn.words;

import java.time.Duration;
import switchboard.api.audio.AudioClip;
import switchboard.api.turn.Pause;
import switchboard.api.turn.TurnDetector;

/**
 * The probability that a turn is over, by Bayes: what silences are in general, what these words say, and how few pauses
 * last that long. Immutable.
 *
 * <pre>  odds = ends per pause · odds of the ending / pauses that last longer</pre>
 */
final class WordsTurnDetector implements TurnDetector {

    private static final int SAMPLE_RATE_HZ = 16_000;
    /** Of three silences in a telephone call, two end a turn. */
    private static final double ENDS_PER_PAUSE = 2;
    /** Cutting in is worse than waiting a little. */
    private static final float THRESHOLD = 0.6f;

    /** A detector that told a question from half of one. */
    static WordsTurnDetector proven() {
        WordsTurnDetector detector = new WordsTurnDetector();
        float whole = detector.judge("What time do you open on Sunday?");
        float half = detector.judge("What time do you");
        if (whole < THRESHOLD || half >= THRESHOLD) {
            throw new IllegalStateException("expected a question above %.1f and half of it below, got %.2f and %.2f".formatted(THRESHOLD, whole, half));
        }
        return detector;
    }

    @Override
    public int sampleRateHz() {
        return SAMPLE_RATE_HZ;
    }

    @Override
    public float threshold() {
        return THRESHOLD;
    }

    @Override
    public boolean judgesWords() {
        return true;
    }

    @Override
    public float endOfTurn(Pause pause) {
        AudioClip turn = pause.turn();
        if (turn.sampleRateHz() != SAMPLE_RATE_HZ) {
            throw new IllegalArgumentException("expected %d Hz, got %d Hz".formatted(SAMPLE_RATE_HZ, turn.sampleRateHz()));
        }
        if (turn.samples().length == 0) {
            throw new IllegalArgumentException("the turn is empty");
        }
        return probability(Utterance.of(pause.transcript()).ending(), pause.silence());
    }

    static float probability(Ending ending, Duration silence) {
        double odds = ENDS_PER_PAUSE * ending.odds() / Pauses.longerThan(silence);
        return (float) (odds / (1 + odds));
    }

    private float judge(String transcript) {
        Duration silence = Duration.ofMillis(200);
        return endOfTurn(new Pause(AudioClip.silence(SAMPLE_RATE_HZ, silence), transcript, silence));
    }
}
