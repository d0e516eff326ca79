package switchboard.plugins.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.Phonemizer;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;
import switchboard.api.turn.TurnDetector;
import switchboard.api.vad.VoiceActivityDetector;
import switchboard.testkit.fake.FakeVoice;
import switchboard.testkit.fake.FixedLease;
import switchboard.testkit.fake.FixedSpeechToText;
import switchboard.testkit.fake.FixedTurnDetector;
import switchboard.testkit.fake.LoudIsSpeech;

@Timeout(20)
class GoldenSamplesTest {

    private Optional<String> hears = Optional.of("the table by the window is free");
    private final GoldenSamples samples = GoldenSamples.of(new OneRecogniser());

    @Test
    void a_voice_passes_if_half_of_its_words_are_understood() throws Exception {
        assertThat(check(TextToSpeech.class, tone(2.5, 0.1f))).contains("2.5 s at -23 dBFS", "7 of 10 words");
    }

    @Test
    void a_voice_that_nobody_understands_fails() {
        hears = Optional.of("uh the");
        assertUnfit(TextToSpeech.class, tone(2.5, 0.1f), "1 of 10 words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "EN", "en-US"})
    void a_voice_of_any_region_is_listened_to(String language) {
        hears = Optional.of("uh the");
        var description = new ModelDescription<>(TextToSpeech.class, "Fake", "fake", "1.0", Set.of(language), 0);

        assertThatExceptionOfType(Unfit.class).isThrownBy(() -> samples.check(new Candidate<>(description, new FixedLease<>(tone(2.5, 0.1f)))))
                .withMessageContaining("1 of 10 words");
    }

    @Test
    void silence_and_a_short_click_are_no_voice() {
        assertUnfit(TextToSpeech.class, tone(2.5, 0), "level is implausible");
        assertUnfit(TextToSpeech.class, tone(2.5, Float.NaN), "level is implausible");
        assertUnfit(TextToSpeech.class, tone(0.1, 0.1f), "took 0.1 s");
    }

    @Test
    void a_voice_without_end_is_not_kept() {
        TextToSpeech endless = new TextToSpeech() {
            @Override
            public int sampleRateHz() {
                return 16_000;
            }

            @Override
            public Set<String> voices() {
                return Set.of("endless");
            }

            @Override
            public void speak(SpeechRequest request, AudioSink sink) {
                while (sink.accept(new AudioClip(16_000, new float[16_000]))) {
                    Thread.onSpinWait();
                }
            }
        };
        assertUnfit(TextToSpeech.class, endless, "more than 60 s at one sentence");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1, 2_000_000_000})
    void a_sample_rate_that_no_audio_has_is_not_tried(int rate) {
        assertUnfit(TurnDetector.class, new FixedTurnDetector(rate, 0.7f), "sample rate is implausible");
        assertUnfit(TextToSpeech.class, new FakeVoice(rate, "tone", request -> 1, place -> 0), "sample rate is implausible");
    }

    @Test
    void a_recogniser_of_a_region_is_tried_in_its_own_tag() throws Exception {
        SpeechToText british = recogniser(Set.of("en-GB"), tag -> tag.equals("en-GB") ? Recording.TEXT : "");
        assertThat(check(SpeechToText.class, british)).contains("word error rate 0.00");
    }

    @Test
    void one_of_another_language_answers_at_least() throws Exception {
        assertThat(check(SpeechToText.class, recogniser(Set.of("de"), tag -> "Ja."))).contains("not compared");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> check(SpeechToText.class, recogniser(Set.of("de"), tag -> { throw new IllegalStateException("no file"); })));
    }

    @Test
    @SuppressWarnings("NullAway") // what no contract allows
    void null_is_named() {
        assertUnfit(SpeechToText.class, recogniser(Set.of("en"), tag -> null), "transcribe() gave null");
        assertUnfit(SpeechToText.class, recogniser(null, tag -> ""), "languages() gave null");
        assertUnfit(Phonemizer.class, text -> null, "phonemes() gave null");
    }

    @Test
    void a_phonemizer_reads_names_apart() throws Exception {
        assertThat(check(Phonemizer.class, text -> text.equals("Tom") ? "tˈɑm" : "məɹˈiə")).contains("məɹˈiə");
        assertUnfit(Phonemizer.class, text -> "ə", "alike");
        assertUnfit(Phonemizer.class, text -> "", "0 phonemes");
    }

    @Test
    void a_language_model_without_end_is_not_kept() {
        assertUnfit(LanguageModel.class, answering(new GenerationEvent.Text("a".repeat(30_000))), "more than 20000 characters");
    }

    @Test
    void without_a_recogniser_nobody_listens() throws Exception {
        hears = Optional.empty();
        assertThat(check(TextToSpeech.class, tone(2.5, 0.1f))).contains("no recogniser for en");
    }

    @Test
    void a_recogniser_may_miss_a_third_of_the_words() throws Exception {
        assertThat(check(SpeechToText.class, new FixedSpeechToText("Could you please tell me what time the meeting starts to morrow?"))).contains("0.18");
        assertUnfit(SpeechToText.class, new FixedSpeechToText("Thank you for watching."), "word error rate 0.91");
    }

    @Test
    void a_detector_tells_speech_from_silence() throws Exception {
        assertThat(check(VoiceActivityDetector.class, new LoudIsSpeech(0.01f))).contains("in 0 % of silence");
        assertUnfit(VoiceActivityDetector.class, new LoudIsSpeech(-1), "100 % of silence");
        assertUnfit(VoiceActivityDetector.class, new LoudIsSpeech(Float.NaN), "NaN");
    }

    @Test
    void a_turn_detector_gives_probabilities() throws Exception {
        assertThat(check(TurnDetector.class, new FixedTurnDetector(8_000, 0.7f))).contains("0.7, 0.7, 0.7");
        assertUnfit(TurnDetector.class, new FixedTurnDetector(8_000, 1.5f), "1.5");
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
        return samples.check(new Candidate<>(new ModelDescription<>(kind, "Fake", "fake", "1.0", Set.of("en"), 0), new FixedLease<>(model)));
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

    private static SpeechToText recogniser(Set<String> languages, UnaryOperator<String> hears) {
        return new SpeechToText() {
            @Override
            public int sampleRateHz() {
                return 16_000;
            }

            @Override
            public Set<String> languages() {
                return languages;
            }

            @Override
            public String transcribe(AudioClip speech, String language) {
                return hears.apply(language);
            }
        };
    }

    private static LanguageModel answering(GenerationEvent... events) {
        return (request, listener) -> {
            List.of(events).forEach(listener);
            return () -> { };
        };
    }

    private static TextToSpeech tone(double seconds, float amplitude) {
        return new FakeVoice(16_000, "tone", request -> (int) (seconds * 16_000), place -> (float) (amplitude * Math.sin(place * 0.3)));
    }

    private final class OneRecogniser implements Models {

        @Override
        public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
            return hears.map(FixedSpeechToText::new).map(kind::cast).map(FixedLease::new);
        }

        @Override
        public List<ModelStatus> status() {
            return List.of();
        }
    }
}
