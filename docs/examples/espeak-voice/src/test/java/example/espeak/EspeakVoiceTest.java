package example.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;

/** What can go wrong with a program that somebody else wrote. */
@Timeout(60)
class EspeakVoiceTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    void a_missing_program_is_named_with_what_installs_it() {
        assertThatExceptionOfType(SpeechException.class).isThrownBy(() -> say(new EspeakVoice("no-such-program", LONG), "Hello."))
                .withMessageContaining("no-such-program").withMessageContaining("apt-get install");
    }

    @Test
    void a_program_that_hangs_is_destroyed_at_the_deadline() throws Exception {
        EspeakVoice voice = new EspeakVoice(program("exec sleep 600"), Duration.ofMillis(200));

        assertThatExceptionOfType(SpeechException.class).isThrownBy(() -> say(voice, "Hello.")).withMessageContaining("status 137");
    }

    @Test
    void a_program_that_fails_is_an_error_of_this_sentence() throws Exception {
        EspeakVoice voice = new EspeakVoice(program("cat > /dev/null; exit 3"), LONG);

        assertThatExceptionOfType(SpeechException.class).isThrownBy(() -> say(voice, "Hello.")).withMessageContaining("status 3");
    }

    @Test
    void a_program_that_does_not_read_fails_and_does_not_block() throws Exception {
        EspeakVoice voice = new EspeakVoice(program("exit 0"), LONG);

        assertThatExceptionOfType(SpeechException.class).isThrownBy(() -> say(voice, "Hello."));
    }

    @Test
    void the_process_is_destroyed_when_nothing_more_is_wanted() throws Exception {
        Path pid = folder.resolve("pid");
        EspeakVoice voice = new EspeakVoice(program("echo $$ > " + pid + "; espeak-ng \"$@\"; exec sleep 600"), LONG);

        voice.speak(new SpeechRequest("One. Two. Three.", "en-us", 1), piece -> false);

        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(process -> process.onExit().join());
    }

    @Test
    void a_text_is_never_taken_for_an_option_or_for_phonemes() throws Exception {
        EspeakVoice voice = EspeakVoice.open();

        assertThat(say(voice, "--version")).isPositive();
        assertThat(say(voice, "[[a]]")).isEqualTo(say(voice, "  a  "));
    }

    @Test
    void a_text_without_end_is_refused() {
        assertThatExceptionOfType(SpeechException.class).isThrownBy(() -> say(EspeakVoice.open(), "la ".repeat(2_000)))
                .withMessageContaining("5000").withMessageContaining("6000");
    }

    /** How many samples a text has. */
    private static long say(EspeakVoice voice, String text) throws SpeechException {
        long[] samples = {0};
        voice.speak(new SpeechRequest(text, "en-us", 1), piece -> (samples[0] += piece.samples().length) > 0);
        return samples[0];
    }

    private String program(String script) throws IOException {
        Path file = Files.createFile(folder.resolve("program"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return Files.writeString(file, "#!/bin/sh\n" + script + "\n").toString();
    }
}
