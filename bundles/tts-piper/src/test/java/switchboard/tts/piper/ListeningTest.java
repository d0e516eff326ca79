package switchboard.tts.piper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.model.Models;
import switchboard.api.stt.SpeechToText;
import switchboard.api.tts.Phonemizer;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;
import switchboard.phonemes.english.EnglishPhonemesModel;
import switchboard.stt.moonshine.MoonshineModel;
import switchboard.testkit.LoadNow;
import switchboard.testkit.TestModels;
import switchboard.testkit.fake.RankedModels;
import switchboard.tts.kokoro.KokoroModel;
import switchboard.tts.kokoro.KokoroSpeaker;

/** A recogniser listens to both voices saying the same. */
@Tag("models")
class ListeningTest {

    private static final BundleContext NOWHERE = null;
    /** Speech that is cut at its last sample loses its last sound. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** What one voice said, taken together. */
    private record Heard(int words, int wrong, double level, double seconds) {

        double wordErrorRate() {
            return (double) wrong / words;
        }
    }

    private static Heard piper;
    private static Heard kokoro;

    @BeforeAll
    static void listen() throws Exception {
        TestModels store = new TestModels();
        Models phonemes = new RankedModels().then("phonemes", LoadNow.model(Phonemizer.class, loader -> new EnglishPhonemesModel(NOWHERE, loader, store)));
        SpeechToText ears = LoadNow.model(SpeechToText.class, loader -> new MoonshineModel(NOWHERE, loader, store));
        List<String> texts = texts();
        piper = hear(LoadNow.model(TextToSpeech.class, loader -> new PiperModel(NOWHERE, loader, store, phonemes)), "joe", ears, texts);
        kokoro = hear(LoadNow.model(TextToSpeech.class, loader -> new KokoroModel(NOWHERE, loader, new KokoroSpeaker(store), phonemes)), "af_heart", ears, texts);
        System.out.printf(Locale.ROOT, "%d sentences, piper: %s, kokoro: %s, level %.2f dB%n", texts.size(), piper, kokoro, levelDb());
    }

    @Test
    void piper_is_understood_almost_as_well_as_kokoro() {
        assertThat(piper.wordErrorRate()).isLessThan(Math.max(0.08, kokoro.wordErrorRate() + 0.05));
    }

    @Test
    void both_are_equally_loud() {
        assertThat(levelDb()).isCloseTo(0, within(2.0));
    }

    @Test
    void both_speak_about_equally_fast() {
        assertThat(piper.seconds / kokoro.seconds).isBetween(0.7, 1.3);
    }

    private static double levelDb() {
        return 20 * Math.log10(piper.level / kokoro.level);
    }

    private static List<String> texts() {
        List<ReferenceSentences.Sentence> all = ReferenceSentences.read("espeak.tsv");
        return IntStream.range(0, all.size()).filter(i -> i % 3 == 0).mapToObj(i -> all.get(i).text()).toList();
    }

    private static Heard hear(TextToSpeech voice, String name, SpeechToText ears, List<String> texts) throws Exception {
        int words = 0;
        int wrong = 0;
        double squares = 0;
        int samples = 0;
        for (String text : texts) {
            List<AudioClip> pieces = new ArrayList<>();
            voice.speak(new SpeechRequest(text, name, 1), pieces::add);
            AudioClip spoken = AudioClip.joined(voice.sampleRateHz(), pieces);
            String heard = ears.transcribe(Resampler.resample(spoken.followedBySilence(PAUSE), ears.sampleRateHz()), "en");
            int errors = EditDistance.between(words(text), words(heard));
            words += words(text).size();
            wrong += errors;
            squares += Math.pow(Sound.level(spoken.samples()), 2) * spoken.samples().length;
            samples += spoken.samples().length;
        }
        return new Heard(words, wrong, Math.sqrt(squares / samples), (double) samples / voice.sampleRateHz());
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.toLowerCase(Locale.ROOT).replaceAll("[^a-z' ]", "").trim().split(" +"));
    }
}
