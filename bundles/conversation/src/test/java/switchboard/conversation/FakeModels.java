package switchboard.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import switchboard.api.audio.AudioClip;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.stt.SpeechToText;
import switchboard.api.stt.TranscriptionException;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;
import switchboard.api.turn.Pause;
import switchboard.api.turn.TurnDetector;
import switchboard.api.vad.VoiceActivityDetector;

/** Models that hear loud frames as speech, know one sentence, and speak as loud frames. */
final class FakeModels implements Models {

    static final String QUESTION = "What time do you open?";

    private final Map<Class<?>, Object> services = new ConcurrentHashMap<>(Map.of(
            VoiceActivityDetector.class, new LoudIsSpeech(), TurnDetector.class, new AlwaysOver(),
            SpeechToText.class, new OneQuestion(), TextToSpeech.class, new Loud()));

    void remove(Class<?> kind) {
        services.remove(kind);
    }

    @Override
    public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
        return Optional.ofNullable(services.get(kind)).map(kind::cast).map(FakeModels::leased);
    }

    @Override
    public List<ModelStatus> status() {
        return List.of();
    }

    private static <S> Lease<S> leased(S service) {
        return new Lease<>() {
            @Override
            public S model() {
                return service;
            }

            @Override
            public String owner() {
                return "fake@1";
            }

            @Override
            public void close() { }
        };
    }

    private static final class LoudIsSpeech implements VoiceActivityDetector {

        @Override
        public int sampleRateHz() {
            return 16_000;
        }

        @Override
        public int windowSamples() {
            return 512;
        }

        @Override
        public float threshold() {
            return 0.5f;
        }

        @Override
        public Stream open() {
            return new Stream() {
                @Override
                public float accept(float[] window) {
                    return Math.min(1, Math.abs(window[0]) * 2);
                }

                @Override
                public void close() { }
            };
        }
    }

    private static final class AlwaysOver implements TurnDetector {

        @Override
        public int sampleRateHz() {
            return 16_000;
        }

        @Override
        public float threshold() {
            return 0.5f;
        }

        @Override
        public float endOfTurn(Pause pause) {
            return 0.95f;
        }
    }

    private static final class OneQuestion implements SpeechToText {

        @Override
        public int sampleRateHz() {
            return 16_000;
        }

        @Override
        public Set<String> languages() {
            return Set.of("en");
        }

        @Override
        public String transcribe(AudioClip speech, String language) throws TranscriptionException {
            return QUESTION;
        }
    }

    private static final class Loud implements TextToSpeech {

        @Override
        public int sampleRateHz() {
            return 24_000;
        }

        @Override
        public Set<String> voices() {
            return Set.of("loud");
        }

        @Override
        public void speak(SpeechRequest request, AudioSink sink) {
            float[] samples = new float[request.text().length() * 240]; // 10 ms a letter
            Arrays.fill(samples, 0.5f);
            sink.accept(new AudioClip(24_000, samples));
        }
    }
}
