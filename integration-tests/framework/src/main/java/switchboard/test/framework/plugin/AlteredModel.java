package switchboard.test.framework.plugin;

import java.util.Set;
import org.osgi.framework.BundleContext;
import switchboard.api.audio.AudioClip;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.api.model.Lease;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelLoader;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/** A voice that is softer than the one that served before, or an embedder whose dimensions are turned: good, and not the same. */
final class AlteredModel {

    /** How the behaviour of such a model begins; then follows how often its level is halved, or its dimensions are turned by one. */
    static final String BY = "altered by ";

    private AlteredModel() {
    }

    static LoadedModel load(BundleContext context, ModelLoader loader, Class<?> kind, int by) {
        return kind == TextToSpeech.class ? loader.load(context, BreakingModel.description(TextToSpeech.class), () -> new Softer(BreakingModel.other(context, TextToSpeech.class), by))
                : loader.load(context, BreakingModel.description(TextEmbedder.class), () -> new Turned(BreakingModel.other(context, TextEmbedder.class), by));
    }

    private record Softer(Lease<TextToSpeech> lease, int by) implements TextToSpeech, AutoCloseable {

        @Override
        public int sampleRateHz() {
            return lease.model().sampleRateHz();
        }

        @Override
        public Set<String> voices() {
            return lease.model().voices();
        }

        @Override
        public void speak(SpeechRequest request, AudioSink sink) throws SpeechException {
            lease.model().speak(request, piece -> {
                float[] samples = piece.samples().clone();
                for (int i = 0; i < samples.length; i++) {
                    samples[i] /= 1 << by;
                }
                return sink.accept(new AudioClip(piece.sampleRateHz(), samples));
            });
        }

        @Override
        public void close() {
            lease.close();
        }
    }

    private record Turned(Lease<TextEmbedder> lease, int by) implements TextEmbedder, AutoCloseable {

        @Override
        public int dimensions() {
            return lease.model().dimensions();
        }

        @Override
        public float[] embed(String text) {
            return turned(lease.model().embed(text));
        }

        @Override
        public float[] embedQuestion(String question) {
            return turned(lease.model().embedQuestion(question));
        }

        private float[] turned(float[] vector) {
            float[] turned = new float[vector.length];
            for (int i = 0; i < vector.length; i++) {
                turned[(i + by) % vector.length] = vector[i];
            }
            return turned;
        }

        @Override
        public void close() {
            lease.close();
        }
    }
}
