package switchboard.plugins.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import switchboard.api.audio.AudioClip;
import switchboard.api.model.ModelDescription;
import switchboard.api.turn.Pause;
import switchboard.api.turn.TurnDetector;

/** Judges a finished question, half of it, and a mere syllable; any probability will do. */
final class TurnSample implements Sample<TurnDetector> {

    private static final Duration SILENCE = Duration.ofMillis(200);

    @Override
    public String check(TurnDetector model, ModelDescription<TurnDetector> description) throws Unfit {
        AudioClip question = Recording.at(model.sampleRateHz());
        int length = question.samples().length;
        List<Float> probabilities = new ArrayList<>();
        probabilities.add(judge(model, new Pause(question, Recording.TEXT, SILENCE)));
        probabilities.add(judge(model, new Pause(question.slice(0, length / 2), "Could you please tell me", SILENCE)));
        probabilities.add(judge(model, new Pause(question.slice(0, Math.min(length, model.sampleRateHz() / 4)), "", SILENCE)));
        return "probabilities " + probabilities;
    }

    private static float judge(TurnDetector model, Pause pause) throws Unfit {
        float probability = model.endOfTurn(pause);
        if (!Recording.isProbability(probability)) {
            throw new Unfit("it gave %s for a probability".formatted(probability), "endOfTurn() returns a value in [0, 1].");
        }
        return probability;
    }
}
