package switchboard.testkit.fake;

import java.util.Set;
import java.util.function.ToIntFunction;
import switchboard.api.audio.AudioClip;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/**
 * Says every text as one piece of the same sound.
 *
 * @param voice  its only one
 * @param length how many samples a request has
 * @param sound  the sample at each place
 */
public record FakeVoice(int sampleRateHz, String voice, ToIntFunction<SpeechRequest> length, Sound sound) implements TextToSpeech {

    /** A sound of any length. */
    @FunctionalInterface
    public interface Sound {

        /** The sample at this place, from 0; full scale is [-1, 1]. */
        float at(int place);
    }

    @Override
    public Set<String> voices() {
        return Set.of(voice);
    }

    @Override
    public void speak(SpeechRequest request, AudioSink sink) {
        float[] samples = new float[length.applyAsInt(request)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = sound.at(i);
        }
        sink.accept(new AudioClip(sampleRateHz, samples));
    }
}
