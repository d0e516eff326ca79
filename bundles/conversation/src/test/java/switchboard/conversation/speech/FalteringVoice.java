package switchboard.conversation.speech;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import switchboard.api.audio.AudioClip;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/** Says so many samples, then something happens, then it says one second more. */
final class FalteringVoice implements TextToSpeech {

    static final int HZ = 24_000;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final int first;
    private final Runnable then;

    FalteringVoice(int first, Runnable then) {
        this.first = first;
        this.then = then;
    }

    /** What it was asked to say. */
    List<String> said() {
        return said;
    }

    @Override
    public int sampleRateHz() {
        return HZ;
    }

    @Override
    public Set<String> voices() {
        return Set.of("any");
    }

    @Override
    public void speak(SpeechRequest request, AudioSink sink) {
        said.add(request.text());
        if (first == 0 || sink.accept(sound(first))) {
            then.run();
            sink.accept(sound(HZ));
        }
    }

    private static AudioClip sound(int length) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = i % 100 < 50 ? 0.5f : -0.5f;
        }
        return new AudioClip(HZ, samples);
    }
}
