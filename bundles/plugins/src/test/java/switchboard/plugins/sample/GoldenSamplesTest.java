package switchboard.plugins.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import switchboard.api.audio.AudioClip;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelTrials.Candidate;
import switchboard.api.model.Models;
import switchboard.api.stt.SpeechToText;
import switchboard.api.turn.Pause;
import switchboard.api.turn.TurnDetector;
import switchboard.api.vad.VoiceActivityDetector;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

@Timeout(20)
class GoldenSamplesTest {

    private Optional<String> hears = Optional.of("the table by the window is free");
    private final GoldenSamples samples = GoldenSamples.of(new OneRecogniser());

    @Test
    void a_voice_passes_if_half_of_its_words_are_understood() throws Exception {
        assertThat(check(TextToSpeech.class, new Tone(2.5, 0.1f))).contains("2.5 s at -23 dBFS", "7 of 10 words");
    }

    @Test
    void a_voice_that_nobody_understands_fails() {
        hears = Optional.of("uh the");
        assertUnfit(TextToSpeech.class, new Tone(2.5, 0.1f), "1 of 10 words");
    }

    @Test
    void silence_and_a_short_click_are_no_voice() {
        assertUnfit(TextToSpeech.class, new Tone(2.5, 0), "level is implausible");
        assertUnfit(TextToSpeech.class, new Tone(2.5, Float.NaN), "level is implausible");
        assertUnfit(TextToSpeech.class, new Tone(0.1, 0.1f), "took 0.1 s");
    }

    @Test
    void without_a_recogniser_nobody_listens() throws Exception {
        hears = Optional.empty();
        assertThat(check(TextToSpeech.class, new Tone(2.5, 0.1f))).contains("no recogniser for en");
    }

    @Test
    void a_recogniser_may_miss_a_third_of_the_words() throws Exception {
        assertThat(check(SpeechToText.class, recogniser("Could you please tell me what time the meeting starts to morrow?"))).contains("0.18");
        assertUnfit(SpeechToText.class, recogniser("Thank you for watching."), "word error rate 0.91");
    }

    @Test
    void a_detector_tells_speech_from_silence() throws Exception {
        assertThat(check(VoiceActivityDetector.class, new Detector(0.01f))).contains("in 0 % of silence");
        assertUnfit(VoiceActivityDetector.class, new Detector(-1), "100 % of silence");
        assertUnfit(VoiceActivityDetector.class, new Detector(Float.NaN), "NaN");
    }

    @Test
    void a_turn_detector_gives_probabilities() throws Exception {
        assertThat(check(TurnDetector.class, turns(0.7f))).contains("0.7, 0.7, 0.7");
        assertUnfit(TurnDetector.class, turns(1.5f), "1.5");
    }

    @Test
    void an_embedder_puts_like_sentences_closer() throws Exception {
        assertThat(check(TextEmbedder.class, embedder(true))).contains("cosine 1.00");
        assertUnfit(TextEmbedder.class, embedder(false), "does not tell meanings apart");
    }

    @Test
    void a_language_model_answers_something() throws Exception {
        assertThat(check(LanguageModel.class, answering(new GenerationEvent.Text("At noon."), new GenerationEvent.Ended()))).contains("8 characters");
        assertUnfit(LanguageModel.class, answering(new GenerationEvent.Ended()), "answered nothing");
        assertUnfit(LanguageModel.class, answering(new GenerationEvent.Failed("no endpoint")), "no endpoint");
    }

    private <S> void assertUnfit(Class<S> kind, S model, String why) {
        assertThatExceptionOfType(Unfit.class).isThrownBy(() -> check(kind, model)).withMessageContaining(why);
    }

    private <S> String check(Class<S> kind, S model) throws Exception {
        return samples.check(new Candidate<>(new ModelDescription<>(kind, "Fake", "fake", "1.0", Set.of("en"), 0), lease(model)));
    }

    private static <S> Lease<S> lease(S model) {
        return new Lease<>() {
            @Override
            public S model() {
                return model;
            }

            @Override
            public String owner() {
                return "fake@1.0.0";
            }

            @Override
            public void close() { }
        };
    }

    private static SpeechToText recogniser(String words) {
        return new SpeechToText() {
            @Override
            public int sampleRateHz() {
                return 16_000;
            }

            @Override
            public Set<String> languages() {
                return Set.of("en");
            }

            @Override
            public String transcribe(AudioClip speech, String language) {
                return words;
            }
        };
    }

    private static TurnDetector turns(float probability) {
        return new TurnDetector() {
            @Override
            public int sampleRateHz() {
                return 8_000;
            }

            @Override
            public float threshold() {
                return 0.5f;
            }

            @Override
            public float endOfTurn(Pause pause) {
                return probability;
            }
        };
    }

    private static TextEmbedder embedder(boolean understands) {
        return new TextEmbedder() {
            @Override
            public int dimensions() {
                return 2;
            }

            @Override
            public float[] embed(String text) {
                return text.contains("open") || !understands ? new float[] {1, 0} : new float[] {0, 1};
            }
        };
    }

    private static LanguageModel answering(GenerationEvent... events) {
        return (request, listener) -> {
            List.of(events).forEach(listener);
            return () -> { };
        };
    }

    /** A steady tone. */
    private record Tone(double seconds, float amplitude) implements TextToSpeech {

        @Override
        public int sampleRateHz() {
            return 16_000;
        }

        @Override
        public Set<String> voices() {
            return Set.of("tone");
        }

        @Override
        public void speak(SpeechRequest request, AudioSink sink) {
            float[] samples = new float[(int) (seconds * sampleRateHz())];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (float) (amplitude * Math.sin(i * 0.3));
            }
            sink.accept(new AudioClip(sampleRateHz(), samples));
        }
    }

    /** Takes windows with a louder sample for speech; if the limit is not a number its answers are not either. */
    private record Detector(float limit) implements VoiceActivityDetector {

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
                    float peak = 0;
                    for (float sample : window) {
                        peak = Math.max(peak, Math.abs(sample));
                    }
                    return Float.isNaN(limit) ? limit : peak > limit ? 0.9f : 0.1f;
                }

                @Override
                public void close() { }
            };
        }
    }

    private final class OneRecogniser implements Models {

        @Override
        public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
            return hears.map(words -> lease(kind.cast(recogniser(words))));
        }

        @Override
        public List<ModelStatus> status() {
            return List.of();
        }

        private <S> Lease<S> lease(S model) {
            return GoldenSamplesTest.lease(model);
        }
    }
}
