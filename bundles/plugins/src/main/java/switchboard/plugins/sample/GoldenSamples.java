package switchboard.plugins.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.api.llm.LanguageModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelTrials.Candidate;
import switchboard.api.model.Models;
import switchboard.api.stt.SpeechToText;
import switchboard.api.tts.Phonemizer;
import switchboard.api.tts.TextToSpeech;
import switchboard.api.turn.TurnDetector;
import switchboard.api.vad.VoiceActivityDetector;

/** The golden sample of each kind of model. Thread-safe. */
public final class GoldenSamples {

    private final Map<Class<?>, Bound<?>> samples = new HashMap<>();

    private GoldenSamples(Models models) {
        bind(TextToSpeech.class, new SpeechSample(models));
        bind(SpeechToText.class, new RecognitionSample());
        bind(VoiceActivityDetector.class, new VoiceActivitySample());
        bind(TurnDetector.class, new TurnSample());
        bind(TextEmbedder.class, new EmbeddingSample());
        bind(LanguageModel.class, new LanguageSample());
        bind(Phonemizer.class, new PhonemeSample());
    }

    /** @param models where the server's recogniser is leased, to listen to a new voice */
    public static GoldenSamples of(Models models) {
        return new GoldenSamples(models);
    }

    /**
     * Tries a model on the sample of its kind. Blocks; the model's own faults come through.
     *
     * @return what was found, for the log
     * @throws Unfit if the model fails the sample
     */
    public String check(Candidate<?> candidate) throws Exception {
        Optional<Bound<?>> sample = Optional.ofNullable(samples.get(candidate.description().kind()));
        return sample.isPresent() ? sample.get().check(candidate) : "skipped: no golden sample for " + candidate.description().kind().getSimpleName();
    }

    private <S> void bind(Class<S> kind, Sample<S> sample) {
        samples.put(kind, new Bound<>(kind, sample));
    }

    private record Bound<S>(Class<S> kind, Sample<S> sample) {

        @SuppressWarnings("unchecked") // the kind was the key
        String check(Candidate<?> candidate) throws Exception {
            return sample.check(kind.cast(candidate.lease().model()), (ModelDescription<S>) candidate.description());
        }
    }
}
