package switchboard.tts.piper;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import switchboard.api.audio.AudioClip;
import switchboard.api.model.ModelStore;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.Phonemizer;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/**
 * Piper's voice "joe": plainer than Kokoro, for a quarter of the work. Thread-safe; all callers share the same graphs.
 *
 * <p>A sentence, and of a long one each clause, is handed over piece by piece while the rest of it is made. A text
 * without anything to pronounce is no error: it has no audio.
 *
 * @see <a href="https://github.com/rhasspy/piper">Piper</a>
 */
final class Piper implements TextToSpeech, AutoCloseable {

    static final String VOICE = "joe";

    /** So that it is as loud as Kokoro. */
    private static final float GAIN = 1.45f;
    private static final Duration AFTER_CLAUSE = Duration.ofMillis(120);
    private static final Duration AFTER_SENTENCE = Duration.ofMillis(300);

    private static final String WARM_UP = "hˈɛlO, hˌW kæn ˌI hˈɛlp ju?";
    private static final Duration SHORTEST_WARM_UP = Duration.ofMillis(700);
    private static final Duration LONGEST_WARM_UP = Duration.ofMillis(4_000);
    private static final double QUIETEST_WARM_UP = 0.01;

    private final Graphs graphs;
    private final VoiceFile voice;
    private final Phonemizer phonemizer;

    private Piper(Graphs graphs, VoiceFile voice, Phonemizer phonemizer) {
        this.graphs = graphs;
        this.voice = voice;
        this.phonemizer = phonemizer;
    }

    /**
     * Loads the model and proves it on one sentence.
     *
     * @throws IOException           if its files cannot be had or are not what they should be
     * @throws IllegalStateException if what it says is no speech
     */
    static Piper open(ModelStore store, Phonemizer phonemizer) throws IOException, OrtException, SpeechException {
        VoiceFile voice = VoiceFile.read(store.file(VoiceFile.MODEL, VoiceFile.DESCRIPTION));
        Piper piper = new Piper(Graphs.open(store), voice, phonemizer);
        try {
            piper.warmUp();
            return piper;
        } catch (RuntimeException | SpeechException e) {
            piper.close();
            throw e;
        }
    }

    @Override
    public int sampleRateHz() {
        return voice.sampleRateHz();
    }

    @Override
    public Set<String> voices() {
        return Set.of(VOICE);
    }

    @Override
    public void speak(SpeechRequest request, AudioSink sink) throws SpeechException {
        if (!request.voice().equals(VOICE)) {
            throw new IllegalArgumentException("expected one of %s, got %s".formatted(voices(), request.voice()));
        }
        say(phonemizer.phonemes(request.text()), (float) request.speed(), sink);
    }

    /** Waits for what runs, then frees the native memory. Closing twice has no effect. */
    @Override
    public void close() {
        graphs.close();
    }

    private void say(String phonemes, float speed, AudioSink sink) throws SpeechException {
        List<String> utterances = Utterances.of(voice.known(EspeakPhonemes.of(phonemes)));
        boolean wanted = true;
        for (int i = 0; i < utterances.size() && wanted; i++) {
            wanted = (i == 0 || sink.accept(pauseAfter(utterances.get(i - 1), speed))) && sayOne(utterances.get(i), speed, sink);
        }
    }

    /** @return whether more is wanted */
    private boolean sayOne(String utterance, float speed, AudioSink sink) throws SpeechException {
        try {
            Streaming streaming = new Streaming(graphs, graphs.front(voice.numbersOf(utterance), voice, speed));
            Sound sound = new Sound(GAIN, sampleRateHz());
            boolean wanted = true;
            while (wanted && streaming.hasNext()) {
                float[] heard = sound.next(streaming.next());
                float[] piece = streaming.hasNext() ? heard : Sound.joined(heard, sound.end());
                wanted = piece.length == 0 || sink.accept(new AudioClip(sampleRateHz(), piece));
            }
            return wanted;
        } catch (OrtException | ArithmeticException e) {
            throw new SpeechException("Piper failed on %d phonemes".formatted(utterance.length()), e);
        }
    }

    /** The silence that was cut away, as long as a speaker would make it. */
    private AudioClip pauseAfter(String utterance, float speed) {
        Duration pause = utterance.matches(".*[.!?]") ? AFTER_SENTENCE : AFTER_CLAUSE;
        return AudioClip.silence(sampleRateHz(), Duration.ofNanos((long) (pause.toNanos() / speed)));
    }

    private void warmUp() throws SpeechException {
        List<AudioClip> pieces = new ArrayList<>();
        say(WARM_UP, 1, pieces::add);
        AudioClip spoken = AudioClip.joined(sampleRateHz(), pieces);
        Duration duration = spoken.duration();
        double level = Sound.level(spoken.samples());
        boolean plausible = duration.compareTo(SHORTEST_WARM_UP) > 0 && duration.compareTo(LONGEST_WARM_UP) < 0;
        if (!plausible || level < QUIETEST_WARM_UP) {
            throw new IllegalStateException("Piper failed its warm-up: a short sentence took %d ms at a level of %.4f"
                    .formatted(duration.toMillis(), level));
        }
    }
}
