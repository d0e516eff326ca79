package switchboard.operations.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Wav;

/** A file with one utterance. */
final class Utterance {

    /** Recognisers take one utterance, not a recording. */
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long MOST_BYTES = 32 << 20;

    private Utterance() {}

    /** @throws IOException if it cannot be read, or is too long */
    static AudioClip read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("%s is larger than %d MB".formatted(file, MOST_BYTES >> 20));
        }
        try (InputStream in = Files.newInputStream(file)) {
            AudioClip clip = read(file, in);
            if (clip.duration().compareTo(LONGEST) > 0) {
                throw new IOException("%s lasts %d s; a recogniser takes one utterance of at most %d s"
                        .formatted(file, clip.duration().toSeconds(), LONGEST.toSeconds()));
            }
            return clip;
        }
    }

    private static AudioClip read(Path file, InputStream in) throws IOException {
        try {
            return Wav.read(in);
        } catch (IOException e) {
            throw new IOException("%s cannot be heard: %s".formatted(file, e.getMessage()), e);
        }
    }
}
