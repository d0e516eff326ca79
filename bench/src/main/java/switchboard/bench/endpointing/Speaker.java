package switchboard.bench.endpointing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.audio.Wav;
import switchboard.api.call.MediaListener;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/** Says utterances, and pauses in them for as long as it is told. */
public final class Speaker {

    private static final int HZ = MediaListener.HEARD_HZ;
    private static final int FRAME = HZ / 100;
    /** Softer than that, below the loudest frame, nobody speaks. */
    private static final double SILENT_DB = -38;
    private static final int SHORTEST_GAP_FRAMES = 4;

    private final TextToSpeech voice;
    private final Path folder;

    /** @param folder keeps what was said */
    public Speaker(TextToSpeech voice, Path folder) {
        this.voice = voice;
        this.folder = folder;
    }

    /**
     * What was said.
     *
     * @param samples at {@link MediaListener#HEARD_HZ}; half a second of silence before it, two after it
     * @param pauses  from when to when nothing is said in the middle, in samples
     * @param end     after the last sound, in samples
     */
    public record Spoken(String text, float[] samples, List<int[]> pauses, int end) {

        /** The same in a room where it hisses that much, below full scale. */
        public Spoken withNoise(double noiseDb, Random random) {
            double rms = Math.pow(10, noiseDb / 20);
            float[] noisy = samples.clone();
            for (int i = 0; i < noisy.length; i++) {
                noisy[i] += (float) (rms * random.nextGaussian());
            }
            return new Spoken(text, noisy, pauses, end);
        }
    }

    /**
     * Says it; a bar becomes a pause of that many frames.
     *
     * @param name of the voice, with its speed if that is not 1: "bf_emma@1.2"
     */
    public Spoken say(String utterance, String name, int pauseFrames) throws SpeechException, IOException {
        String text = utterance.replaceAll(",? \\| ", ", ");
        float[] speech = synthesise(text, name);
        List<float[]> parts = new ArrayList<>(List.of(new float[HZ / 2]));
        List<int[]> pauses = new ArrayList<>();
        int bar = utterance.indexOf('|');
        int[] gap = bar < 0 ? null : gap(speech, bar / (double) utterance.length());
        if (gap == null) {
            parts.add(speech);
        } else {
            parts.add(Arrays.copyOfRange(speech, 0, gap[0]));
            parts.add(new float[pauseFrames * FRAME]);
            parts.add(Arrays.copyOfRange(speech, gap[1], speech.length));
            pauses.add(new int[] {HZ / 2 + gap[0], HZ / 2 + gap[0] + pauseFrames * FRAME});
        }
        AudioClip clip = joined(parts);
        return new Spoken(utterance, clip.followedBySilence(Duration.ofSeconds(2)).samples(), pauses, clip.samples().length);
    }

    private float[] synthesise(String text, String name) throws SpeechException, IOException {
        Path file = folder.resolve(name + "-" + Integer.toHexString(text.hashCode()) + ".wav");
        if (!Files.exists(file)) {
            List<AudioClip> pieces = new ArrayList<>();
            String[] nameAndSpeed = name.split("@");
            double speed = nameAndSpeed.length > 1 ? Double.parseDouble(nameAndSpeed[1]) : 1.0;
            voice.speak(new SpeechRequest(text, nameAndSpeed[0], speed), pieces::add);
            try (OutputStream out = Files.newOutputStream(file)) {
                Wav.write(Resampler.resample(AudioClip.joined(voice.sampleRateHz(), pieces), HZ), out);
            }
        }
        float[] samples;
        try (InputStream in = Files.newInputStream(file)) {
            samples = Wav.read(in).samples();
        }
        boolean[] silent = silent(samples);
        int first = 0;
        int last = silent.length;
        while (first < last && silent[first]) {
            first++;
        }
        while (last > first && silent[last - 1]) {
            last--;
        }
        return Arrays.copyOfRange(samples, first * FRAME, last * FRAME);
    }

    /** The longest silence near a place; null if the voice makes none. */
    private static int[] gap(float[] speech, double place) {
        boolean[] silent = silent(speech);
        int from = (int) Math.max(0, (place - 0.3) * silent.length);
        int to = (int) Math.min(silent.length, (place + 0.3) * silent.length);
        int[] best = null;
        for (int i = from; i < to; i++) {
            int begin = i;
            while (i < to && silent[i]) {
                i++;
            }
            if (i - begin >= SHORTEST_GAP_FRAMES && (best == null || i - begin > (best[1] - best[0]) / FRAME)) {
                best = new int[] {begin * FRAME, i * FRAME};
            }
        }
        return best;
    }

    private static boolean[] silent(float[] samples) {
        double[] energy = new double[samples.length / FRAME];
        for (int i = 0; i < energy.length * FRAME; i++) {
            energy[i / FRAME] += samples[i] * samples[i];
        }
        double limit = Arrays.stream(energy).max().orElse(0) * Math.pow(10, SILENT_DB / 10);
        boolean[] silent = new boolean[energy.length];
        for (int i = 0; i < energy.length; i++) {
            silent[i] = energy[i] < limit;
        }
        return silent;
    }

    private static AudioClip joined(List<float[]> parts) {
        return AudioClip.joined(HZ, parts.stream().map(part -> new AudioClip(HZ, part)).toList());
    }
}
