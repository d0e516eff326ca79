package switchboard.api.audio;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Mono audio: a frame of 10 ms on its way through a call as well as a whole utterance.
 *
 * <p>Immutable by agreement, so that nothing on the audio path is copied in vain: whoever passes an array here gives it
 * away, and nobody writes to {@link #samples()}.
 *
 * @param sampleRateHz samples per second, for example 16000
 * @param samples      full scale is [-1, 1]
 */
public record AudioClip(int sampleRateHz, float[] samples) {

    public AudioClip {
        requireNonNull(samples, "samples");
        if (sampleRateHz <= 0) {
            throw new IllegalArgumentException("sampleRateHz must be positive: " + sampleRateHz);
        }
    }

    /** A clip of zeros. */
    public static AudioClip silence(int sampleRateHz, Duration duration) {
        return new AudioClip(sampleRateHz, new float[samplesIn(duration, sampleRateHz)]);
    }

    /**
     * Clips one after the other.
     *
     * @throws IllegalArgumentException if one has another sample rate
     */
    public static AudioClip joined(int sampleRateHz, List<AudioClip> clips) {
        float[] whole = new float[clips.stream().mapToInt(clip -> clip.samples.length).sum()];
        int length = 0;
        for (AudioClip clip : clips) {
            System.arraycopy(clip.require(sampleRateHz).samples, 0, whole, length, clip.samples.length);
            length += clip.samples.length;
        }
        return new AudioClip(sampleRateHz, whole);
    }

    /** This clip and silence after it. */
    public AudioClip followedBySilence(Duration silence) {
        return new AudioClip(sampleRateHz, Arrays.copyOf(samples, samples.length + samplesIn(silence, sampleRateHz)));
    }

    /** How many samples sound for that long, rounded down. */
    public static int samplesIn(Duration duration, int sampleRateHz) {
        return Math.toIntExact(duration.toNanos() * sampleRateHz / 1_000_000_000L);
    }

    /** How long the clip sounds, exact to the nanosecond. */
    public Duration duration() {
        return Duration.ofNanos(samples.length * 1_000_000_000L / sampleRateHz);
    }

    /**
     * A part of this clip, copied.
     *
     * @param from first sample, inclusive
     * @param to   last sample, exclusive
     * @throws IndexOutOfBoundsException if the range is not inside the clip
     */
    public AudioClip slice(int from, int to) {
        if (from < 0 || to > samples.length || from > to) {
            throw new IndexOutOfBoundsException("expected 0 <= from <= to <= %d, got %d and %d".formatted(samples.length, from, to));
        }
        return new AudioClip(sampleRateHz, Arrays.copyOfRange(samples, from, to));
    }

    /**
     * This clip, if it has the wanted sample rate.
     *
     * @throws IllegalArgumentException if it has another
     */
    public AudioClip require(int expectedSampleRateHz) {
        if (sampleRateHz != expectedSampleRateHz) {
            throw new IllegalArgumentException("expected %d Hz, got %d Hz".formatted(expectedSampleRateHz, sampleRateHz));
        }
        return this;
    }
}
