package switchboard.testkit.fake;

import java.util.Set;
import switchboard.api.audio.AudioClip;
import switchboard.api.stt.SpeechToText;

/** Hears the same words, in English, whatever is said. */
public record FixedSpeechToText(String words) implements SpeechToText {

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
}
