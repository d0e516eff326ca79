package switchboard.tts.kokoro;

import java.util.Set;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.Phonemizer;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/**
 * Kokoro-82M: says a text in the style of a voice. Thread-safe. It owns neither the speaker nor the phonemizer.
 *
 * <p>A text without anything to pronounce is no error: it has no audio.
 *
 * @see <a href="https://huggingface.co/hexgrad/Kokoro-82M">Kokoro-82M</a>
 */
final class Kokoro implements TextToSpeech {

    static final int SAMPLE_RATE_HZ = 24_000;

    private final Speaker speaker;
    private final Phonemizer phonemizer;

    /** @param speaker warm */
    Kokoro(Speaker speaker, Phonemizer phonemizer) {
        this.speaker = speaker;
        this.phonemizer = phonemizer;
    }

    @Override
    public int sampleRateHz() {
        return SAMPLE_RATE_HZ;
    }

    @Override
    public Set<String> voices() {
        return speaker.voices().names();
    }

    @Override
    public void speak(SpeechRequest request, AudioSink sink) throws SpeechException {
        requireVoice(request.voice());
        speaker.say(phonemizer.phonemes(request.text()), request.voice(), (float) request.speed(), sink);
    }

    private void requireVoice(String voice) {
        if (!voices().contains(voice)) {
            throw new IllegalArgumentException("expected one of %s, got %s".formatted(voices(), voice));
        }
    }
}
