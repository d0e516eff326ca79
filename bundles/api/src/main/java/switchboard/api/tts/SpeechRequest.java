package switchboard.api.tts;

import static java.util.Objects.requireNonNull;

/**
 * What to say, and how.
 *
 * @param text  plain text, with its punctuation; no markup
 * @param voice a name of {@link TextToSpeech#voices()}
 * @param speed 1.0 is the voice's own pace; in [0.5, 2.0]
 */
public record SpeechRequest(String text, String voice, double speed) {

    public SpeechRequest {
        requireNonNull(text, "text");
        requireNonNull(voice, "voice");
        if (!(speed >= 0.5 && speed <= 2.0)) {
            throw new IllegalArgumentException("speed must be in [0.5, 2.0]: " + speed);
        }
    }
}
