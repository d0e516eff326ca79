package switchboard.conversation.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import switchboard.api.model.ModelStore;
import switchboard.api.tts.SpeechException;

class SpeechOnDiskTest {

    private static final SpeechCache.Key HELLO = new SpeechCache.Key("acme", "Hello.", "heart", 1, "kokoro@1");
    private static final float[] SOUND = {0, 0.5f, -0.25f};

    @TempDir
    Path folder;

    private Store store;
    private int spoken;

    @BeforeEach
    void begin() {
        store = new Store(folder);
    }

    @Test
    void what_was_spoken_sounds_the_same_after_a_restart_and_is_not_spoken_again() throws Exception {
        sound(HELLO, "1");
        float[] again = sound(HELLO, "1");
        assertThat(spoken).isEqualTo(1);
        assertThat(again).hasSize(SOUND.length);
        for (int i = 0; i < SOUND.length; i++) {
            assertThat(again[i]).isCloseTo(SOUND[i], within(1 / 32_768f));
        }
    }

    @Test
    void whatever_changes_how_it_sounds_leads_to_speaking_it_anew() throws Exception {
        sound(HELLO, "1");
        List<SpeechCache.Key> others = List.of(
                new SpeechCache.Key("baker", "Hello.", "heart", 1, "kokoro@1"), new SpeechCache.Key("acme", "Hello!", "heart", 1, "kokoro@1"),
                new SpeechCache.Key("acme", "Hello.", "bella", 1, "kokoro@1"), new SpeechCache.Key("acme", "Hello.", "heart", 1.1, "kokoro@1"),
                new SpeechCache.Key("acme", "Hello.", "heart", 1, "kokoro@2"));
        for (SpeechCache.Key other : others) {
            sound(other, "1");
        }
        sound(HELLO, "another phonemizer");
        assertThat(spoken).isEqualTo(1 + others.size() + 1);
    }

    @Test
    void a_full_disk_costs_time_and_nothing_else() throws Exception {
        store.full = true;
        assertThat(sound(HELLO, "1")).containsExactly(SOUND);
        assertThat(spoken).isEqualTo(1);
        assertThat(sound(HELLO, "1")).containsExactly(SOUND);
        assertThat(spoken).isEqualTo(2);
    }

    @Test
    void what_is_no_sound_is_spoken() throws Exception {
        sound(HELLO, "1");
        for (Path file : store.files.values()) {
            Files.writeString(file, "RIFF");
        }
        assertThat(sound(HELLO, "1")).containsExactly(SOUND);
    }

    @Test
    void a_voice_that_fails_is_reported_and_nothing_is_kept() throws Exception {
        assertThatThrownBy(() -> disk("1").find(HELLO, () -> {
            throw new SpeechException("lost my voice");
        })).isInstanceOf(SpeechException.class).hasMessage("lost my voice");
        assertThat(sound(HELLO, "1")).hasSize(SOUND.length);
        assertThat(spoken).isEqualTo(1);
    }

    private float[] sound(SpeechCache.Key key, String installed) throws SpeechException {
        return disk(installed).find(key, () -> {
            spoken++;
            return SOUND;
        });
    }

    private SpeechOnDisk disk(String installed) {
        return new SpeechOnDisk(store, () -> installed);
    }

    /** Keeps what is derived in a folder, if there is room. */
    private static final class Store implements ModelStore {

        private final Map<String, Path> files = new HashMap<>();
        private final Path folder;
        private boolean full;

        Store(Path folder) {
            this.folder = folder;
        }

        @Override
        public Path file(String model, String file) {
            throw new UnsupportedOperationException("phrases need no weights");
        }

        @Override
        public String sha256(String model, String file) {
            throw new UnsupportedOperationException("phrases need no weights");
        }

        @Override
        public Path derived(String name, String key, DerivedFile maker) throws IOException {
            Path known = files.get(key);
            if (known != null) {
                return known;
            }
            Path file = folder.resolve(files.size() + name);
            maker.write(file);
            if (full) {
                throw new IOException("No space left on device");
            }
            files.put(key, file);
            return file;
        }
    }
}
