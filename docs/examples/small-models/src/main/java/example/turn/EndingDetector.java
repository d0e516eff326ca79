package example.turn;

import java.util.Set;
import switchboard.api.turn.Pause;
import switchboard.api.turn.TurnDetector;

/** Judges by the last word and by the silence; it does not listen. Immutable. */
final class EndingDetector implements TurnDetector {

    private static final int SAMPLE_RATE_HZ = 16_000;
    private static final Set<String> MORE_FOLLOWS = Set.of("a", "an", "and", "at", "but", "for", "i", "in", "is", "my", "of", "on", "or", "the", "to", "with");
    /** Who is silent for as long has finished, whatever was said. */
    private static final double LONG_MS = 2_000;

    @Override
    public int sampleRateHz() {
        return SAMPLE_RATE_HZ;
    }

    @Override
    public float threshold() {
        return 0.5f;
    }

    /** So a pause is judged again when its words are known. */
    @Override
    public boolean judgesWords() {
        return true;
    }

    @Override
    public float endOfTurn(Pause pause) {
        if (pause.turn().require(SAMPLE_RATE_HZ).samples().length == 0) {
            throw new IllegalArgumentException("expected speech, got nothing");
        }
        String words = pause.transcript().strip();
        float silent = (float) Math.min(1, pause.silence().toMillis() / LONG_MS);
        if (words.matches("(?s).*[.?!]")) {
            return Math.max(0.9f, silent);
        }
        String last = words.substring(words.lastIndexOf(' ') + 1).toLowerCase();
        return MORE_FOLLOWS.contains(last) ? Math.min(0.4f, silent) : silent;
    }
}
