package switchboard.testkit.fake;

import switchboard.api.turn.Pause;
import switchboard.api.turn.TurnDetector;

/** Finds every pause equally likely to end a turn. */
public record FixedTurnDetector(int sampleRateHz, float probability) implements TurnDetector {

    @Override
    public float threshold() {
        return 0.5f;
    }

    @Override
    public float endOfTurn(Pause pause) {
        return probability;
    }
}
