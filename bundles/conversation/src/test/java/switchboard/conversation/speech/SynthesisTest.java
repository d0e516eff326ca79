package switchboard.conversation.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.MediaListener;
import switchboard.api.company.Company;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.company.Company.ModelChoice;
import switchboard.api.company.Company.Voice;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.metrics.Metric;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;
import switchboard.testkit.fake.RankedModels;

class SynthesisTest {

    private static final Company ACME = new Company("acme", "Acme", "en", "Hello.", "", "", new Voice("tone", 1), ModelChoice.ANY,
            LanguageModelSettings.EMBEDDED, Endpointing.DEFAULT, Optional.empty(), CallLimits.DEFAULT);

    private static final Company COUNTING = new Company("acme", "Acme", "en", "Hello.", "", "", new Voice("counting", 1), ModelChoice.ANY,
            LanguageModelSettings.EMBEDDED, Endpointing.DEFAULT, Optional.empty(), CallLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(ints = {16_000, 22_050, 24_000, 44_100})
    void a_voice_of_any_sample_rate_is_heard_at_its_pitch_and_pace(int sampleRateHz) throws Exception {
        List<AudioClip> heard = new ArrayList<>();
        new Synthesis(new OneVoice(sampleRateHz)).speak("call", ACME, "A second of A.", false,
                (samples, owner) -> heard.add(new AudioClip(MediaListener.PLAYED_HZ, samples)));

        AudioClip second = AudioClip.joined(MediaListener.PLAYED_HZ, heard);
        assertThat(second.samples().length).isCloseTo(MediaListener.PLAYED_HZ, within(MediaListener.PLAYED_HZ / 500));
        // Not at its edges, where the tone begins and a filter rings.
        AudioClip middle = second.slice(MediaListener.PLAYED_HZ / 4, MediaListener.PLAYED_HZ * 3 / 4);
        assertThat(upwardCrossings(middle.samples())).isCloseTo(220, within(1));
    }

    @Test
    void what_was_in_the_cache_and_what_was_not_is_counted() throws Exception {
        Synthesis synthesis = new Synthesis(new OneVoice(24_000));
        synthesis.speak("", ACME, "Hello.", true, (samples, owner) -> true);
        synthesis.speak("call", ACME, "Hello.", true, (samples, owner) -> true);
        synthesis.speak("call", ACME, "Goodbye.", true, (samples, owner) -> true);
        synthesis.speak("call", ACME, "This is said once.", false, (samples, owner) -> true);

        assertThat(synthesis.metrics()).filteredOn(metric -> metric.name().equals("switchboard_speech_cache_lookups"))
                .filteredOn("value", 1.0).extracting(Metric::labels).containsExactlyInAnyOrder(
                        Map.of("phrase", "greeting", "wanted", "beforehand", "result", "miss"),
                        Map.of("phrase", "greeting", "wanted", "in_call", "result", "hit"),
                        Map.of("phrase", "other", "wanted", "in_call", "result", "miss"));
        assertThat(synthesis.metrics()).filteredOn(metric -> metric.name().equals("switchboard_speech_cache_bytes"))
                .singleElement().extracting("value").isEqualTo(2.0 * Float.BYTES * MediaListener.PLAYED_HZ);
    }

    @Test
    @Timeout(20)
    void a_call_that_comes_while_the_phrase_is_made_does_not_have_it_made_again() throws Exception {
        CountingVoice voice = new CountingVoice();
        Synthesis synthesis = new Synthesis(voice);
        CountDownLatch joined = new CountDownLatch(1);
        List<Float> heard = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> call = new CompletableFuture<>();
        synthesis.speak("", COUNTING, "Hello.", true, (samples, owner) -> {
            if (joined.getCount() > 0) {
                call.completeAsync(() -> speak(synthesis, heardThen -> {
                    joined.countDown();
                    for (float sample : heardThen) {
                        heard.add(sample);
                    }
                }));
                await(joined);
            }
            return true;
        });
        call.get();

        assertThat(voice.spoken).hasValue(1);
        List<Float> alone = new CopyOnWriteArrayList<>();
        speak(synthesis, samples -> {
            for (float sample : samples) {
                alone.add(sample);
            }
        });
        assertThat(heard).as("as it sounds from the cache").isEqualTo(alone).hasSize(CountingVoice.SAMPLES);
    }

    @Test
    void a_clause_of_an_answer_that_was_said_to_its_end_sounds_the_same_without_the_voice() throws SpeechException {
        CountingVoice voice = new CountingVoice();
        Synthesis synthesis = new Synthesis(voice, KeptSpeech.NOTHING, new RememberedClauses(1_000_000), new VoiceThreads());
        List<Float> first = new ArrayList<>();
        List<Float> second = new ArrayList<>();
        synthesis.speak("call", COUNTING, "We open at five.", false, (samples, owner) -> false);
        for (List<Float> ear : List.of(first, second)) {
            synthesis.speak("call", COUNTING, "We open at five.", false, (samples, owner) -> {
                for (float sample : samples) {
                    ear.add(sample);
                }
                return true;
            });
        }

        assertThat(voice.spoken).as("the one who was interrupted, and the first who was not").hasValue(2);
        assertThat(second).isEqualTo(first).hasSize(CountingVoice.SAMPLES);
    }

    @Test
    void what_sounds_as_it_did_before_tells_nothing_of_how_well_its_voice_speaks() throws SpeechException {
        RankedModels models = new RankedModels().then("counting", new CountingVoice());
        Synthesis synthesis = new Synthesis(models, KeptSpeech.NOTHING, new RememberedClauses(1_000_000), new VoiceThreads());
        for (int i = 0; i < 2; i++) {
            assertThat(models.looked).isEmpty();
            synthesis.speak("call", COUNTING, "We open at five.", false, (samples, owner) -> true);
        }
        assertThat(models.looked).containsExactly("counting@1");
        synthesis.speak("call", COUNTING, "Hello.", true, (samples, owner) -> true);
        assertThat(models.looked).hasSize(1);
        synthesis.speak("call", COUNTING, "Hello.", true, (samples, owner) -> true);
        assertThat(models.looked).hasSize(2);
    }

    @Test
    void a_phrase_of_a_voice_that_was_updated_in_place_is_spoken_anew() throws SpeechException {
        OneVoice voice = new OneVoice(24_000);
        Synthesis synthesis = new Synthesis(voice);
        synthesis.speak("", ACME, "Hello.", true, (samples, owner) -> true);
        voice.update();
        synthesis.speak("call", ACME, "Hello.", true, (samples, owner) -> true);
        synthesis.speak("call", ACME, "Hello.", true, (samples, owner) -> true);

        assertThat(synthesis.metrics()).filteredOn(metric -> metric.name().equals("switchboard_speech_cache_phrases"))
                .singleElement().extracting("value").isEqualTo(2.0);
    }

    private static Void speak(Synthesis synthesis, Consumer<float[]> ear) {
        try {
            synthesis.speak("call", COUNTING, "Hello.", true, (samples, owner) -> {
                ear.accept(samples);
                return true;
            });
            return null;
        } catch (SpeechException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int upwardCrossings(float[] samples) {
        int crossings = 0;
        for (int i = 1; i < samples.length; i++) {
            crossings += samples[i - 1] < 0 && samples[i] >= 0 ? 1 : 0;
        }
        return crossings;
    }

    /** Says everything as a second of 440 Hz, in pieces of different lengths. */
    private record Tone(int sampleRateHz) implements TextToSpeech {

        @Override
        public Set<String> voices() {
            return Set.of("tone");
        }

        @Override
        public void speak(SpeechRequest request, AudioSink sink) {
            float[] second = new float[sampleRateHz];
            for (int i = 0; i < second.length; i++) {
                second[i] = (float) Math.sin(2 * Math.PI * 440 * i / sampleRateHz) / 2;
            }
            AudioClip whole = new AudioClip(sampleRateHz, second);
            int piece = 1;
            for (int at = 0; at < second.length; at += piece) {
                piece = Math.min(second.length - at, 3 * piece + 1);
                sink.accept(whole.slice(at, at + piece));
            }
        }
    }

    private static final class OneVoice implements Models {

        private final int sampleRateHz;
        private TextToSpeech tone;

        OneVoice(int sampleRateHz) {
            this.sampleRateHz = sampleRateHz;
            update();
        }

        /** Under its name and version another model speaks from now on. */
        void update() {
            tone = new Tone(sampleRateHz);
        }

        @Override
        public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
            S voice = kind.cast(tone);
            return Optional.of(new Lease<>() {
                @Override
                public S model() {
                    return voice;
                }

                @Override
                public String owner() {
                    return "tone@1";
                }

                @Override
                public void close() { }
            });
        }

        @Override
        public List<ModelStatus> status() {
            return List.of();
        }
    }
}
