package switchboard.bench.dialogues;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.call.MediaListener;
import switchboard.api.stt.SpeechToText;
import switchboard.api.stt.TranscriptionException;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.TextToSpeech;
import switchboard.bench.endpointing.Models;
import switchboard.bench.endpointing.Speaker;

/** What the product's recogniser understands of what somebody says in a room. */
final class Ears {

    private static final List<String> VOICES = List.of("am_michael", "bf_emma", "am_adam", "af_bella", "bm_lewis");
    private static final double ROOM_DB = -55;
    /** A recogniser hears a little of what was before the first sound and after the last. */
    private static final int BEFORE = MediaListener.HEARD_HZ / 5;
    private static final int AFTER = MediaListener.HEARD_HZ / 10;
    private static final Pattern NUMBER = Pattern.compile("\\d{3,}");
    private static final List<String> DIGITS = List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private final SpeechToText recogniser = Models.open().words();
    private final Speaker speaker;

    /** @param folder keeps what was said: the second run only listens */
    Ears(TextToSpeech voice, Path folder) throws IOException {
        this.speaker = new Speaker(voice, Files.createDirectories(folder));
    }

    /** @param caller number of the caller, whose voice is always the same */
    String heard(String said, int caller) throws SpeechException, TranscriptionException, IOException {
        Speaker.Spoken spoken = speaker.say(digitByDigit(said), VOICES.get(caller % VOICES.size()), 0).withNoise(ROOM_DB, new Random(said.hashCode()));
        int from = MediaListener.HEARD_HZ / 2 - BEFORE;
        AudioClip clip = new AudioClip(MediaListener.HEARD_HZ, Arrays.copyOfRange(spoken.samples(), from, spoken.end() + AFTER));
        return recogniser.transcribe(Resampler.resample(clip, recogniser.sampleRateHz()), "en");
    }

    /** Nobody says a telephone number as one number. */
    private static String digitByDigit(String said) {
        return NUMBER.matcher(said).replaceAll(Ears::digits);
    }

    private static String digits(MatchResult number) {
        return number.group().chars().mapToObj(digit -> DIGITS.get(digit - '0')).collect(Collectors.joining(" "));
    }
}
