package switchboard.test.framework.company;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import switchboard.api.audio.AudioClip;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelLoader;
import switchboard.api.stt.SpeechToText;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;
import switchboard.api.turn.TurnDetector;
import switchboard.api.vad.VoiceActivityDetector;
import switchboard.testkit.fake.FixedSpeechToText;
import switchboard.testkit.fake.FixedTurnDetector;
import switchboard.testkit.fake.LoudIsSpeech;

/** One model of each kind that does what a test needs, for companies that choose {@value #CHOICE}; nobody else gets them. */
final class ScriptedModels implements AutoCloseable {

    static final String CHOICE = "(model=scripted)";
    static final String QUESTION = "What time do you open?";

    private static final int SECONDS_OF_A_CLAUSE = 3;
    private static final int LAST_RESORT = -1000;

    /** Everything that was to be spoken, in its order. */
    final List<SpeechRequest> spoken = new CopyOnWriteArrayList<>();
    private final List<LoadedModel> models = new ArrayList<>();

    ScriptedModels(BundleContext context, ModelLoader loader) {
        load(context, loader, VoiceActivityDetector.class, new LoudIsSpeech(0.25f));
        load(context, loader, TurnDetector.class, new FixedTurnDetector(16_000, 0.99f));
        load(context, loader, SpeechToText.class, new FixedSpeechToText(QUESTION));
        load(context, loader, LanguageModel.class, new Parrot());
        load(context, loader, TextToSpeech.class, new TwoVoices());
    }

    @Override
    public void close() {
        models.forEach(LoadedModel::close);
    }

    private <S> void load(BundleContext context, ModelLoader loader, Class<S> kind, S model) {
        models.add(loader.load(context, new ModelDescription<>(kind, "Scripted " + kind.getSimpleName(), "scripted", "1", Set.of("en"), LAST_RESORT), () -> model));
    }

    /** Answers with who it is to be. */
    private static final class Parrot implements LanguageModel {

        @Override
        public Generation generate(ChatRequest request, Consumer<GenerationEvent> listener) {
            listener.accept(new GenerationEvent.Text("You told me: " + request.instructions().lines().findFirst().orElse("") + " "));
            listener.accept(new GenerationEvent.Ended());
            return () -> { };
        }
    }

    private final class TwoVoices implements TextToSpeech {

        @Override
        public int sampleRateHz() {
            return 24_000;
        }

        @Override
        public Set<String> voices() {
            return Set.of("alto", "bass");
        }

        @Override
        public void speak(SpeechRequest request, AudioSink sink) {
            spoken.add(request);
            float[] tone = new float[sampleRateHz()];
            Arrays.fill(tone, 0.1f);
            for (int second = 0; second < SECONDS_OF_A_CLAUSE && sink.accept(new AudioClip(sampleRateHz(), tone)); second++) { }
        }
    }
}
