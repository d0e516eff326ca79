package switchboard.conversation.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import switchboard.api.company.Company;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.company.Company.ModelChoice;
import switchboard.api.company.Company.Voice;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.model.ModelIdentity;
import switchboard.api.model.ModelStore;

@Timeout(20)
class SpeechOnDiskTest {

    private static final ModelIdentity VOICE = new ModelIdentity("a voice");
    private static final SpeechCache.Key HELLO = new SpeechCache.Key("acme", "Hello.", "counting", 1, "counting@0.0.0", VOICE);
    private static final float[] SOUND = {0, 0.5f, -0.25f};

    @TempDir
    Path folder;

    private final CountingVoice voice = new CountingVoice();
    private final Store store = new Store();
    private String phonemes = "english@1";
    private Bundle[] installed = {voice("counting/graph.onnx, styles/{voice}.bin")};

    @Test
    void what_was_spoken_sounds_the_same_after_a_restart_and_is_not_spoken_again() throws Exception {
        float[] first = hear("acme", "Hello.");
        float[] again = hear("acme", "Hello.");
        assertThat(voice.spoken).hasValue(1);
        assertThat(again).hasSize(first.length);
        for (int i = 0; i < first.length; i++) {
            assertThat(again[i]).isCloseTo(first[i], within(1 / 32_768f));
        }
    }

    @Test
    void the_same_words_of_another_company_are_spoken_for_it() throws Exception {
        hear("acme", "Hello.");
        hear("baker", "Hello.");
        assertThat(voice.spoken).hasValue(2);
        assertThat(store.files.keySet()).anyMatch(key -> key.contains("company acme")).anyMatch(key -> key.contains("company baker"));
    }

    @Test
    void whatever_changes_how_it_sounds_leads_to_speaking_it_anew() throws Exception {
        keep(HELLO, "en");
        for (SpeechCache.Key other : List.of(
                new SpeechCache.Key("baker", "Hello.", "counting", 1, "counting@0.0.0", VOICE), new SpeechCache.Key("acme", "Hello!", "counting", 1, "counting@0.0.0", VOICE),
                new SpeechCache.Key("acme", "Hello.", "reckoning", 1, "counting@0.0.0", VOICE), new SpeechCache.Key("acme", "Hello.", "counting", 1.1, "counting@0.0.0", VOICE))) {
            assertThat(known(other, "en")).as("%s", other).isEmpty();
        }
        assertThat(known(HELLO, "de")).isEmpty();
        store.weights = "other weights of ";
        assertThat(known(HELLO, "en")).isEmpty();
        store.weights = "";
        installed = new Bundle[] {installed[0], InstalledBundle.of("phonemes", "plugin:p.jar:0a1b", 1, null)};
        assertThat(known(HELLO, "en")).isEmpty();
        installed = new Bundle[] {installed[0]};
        phonemes = "others are preferred";
        assertThat(known(HELLO, "en")).isEmpty();
        phonemes = "english@1";
        assertThat(known(HELLO, "en")).as("as it was kept").isPresent();
    }

    @Test
    void one_text_cannot_be_written_so_that_it_looks_like_another_s() throws Exception {
        keep(new SpeechCache.Key("acme", "a\ntext 1 b", "counting", 1, "counting@0.0.0", VOICE), "en");
        assertThat(known(new SpeechCache.Key("acme", "a", "counting", 1, "counting@0.0.0", VOICE), "en")).isEmpty();
        assertThat(store.files).hasSize(1);
    }

    @Test
    void what_changes_while_it_is_spoken_is_not_kept() throws Exception {
        SpeechOnDisk disk = disk();
        KeptSpeech.Phrase phrase = disk.phrase(HELLO, "en").orElseThrow();
        installed = new Bundle[] {installed[0], InstalledBundle.of("phonemes", "plugin:p.jar:0a1b", 1, null)};
        phrase.keep(SOUND);
        disk.settle();
        assertThat(store.files).isEmpty();
    }

    @Test
    void a_voice_that_does_not_say_what_decides_how_it_sounds_is_not_kept() throws Exception {
        for (Bundle silent : List.of(voice(null), voice("counting/unlisted.onnx"), voice("graph.onnx"))) {
            installed = new Bundle[] {silent};
            assertThat(disk().phrase(HELLO, "en")).isEmpty();
        }
        hear("acme", "Hello.");
        hear("acme", "Hello.");
        assertThat(voice.spoken).hasValue(2);
    }

    @Test
    void while_the_server_stops_nothing_is_kept_and_no_voice_is_blamed() throws Exception {
        BundleContext stopped = (BundleContext) Proxy.newProxyInstance(BundleContext.class.getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> {
            throw new IllegalStateException("Invalid BundleContext.");
        });
        assertThat(new SpeechOnDisk(store, new Installation(() -> SpeechOnDisk.bundles(stopped)), () -> phonemes).phrase(HELLO, "en")).isEmpty();
    }

    @Test
    void a_full_disk_costs_time_and_nothing_else() throws Exception {
        store.full = true;
        assertThat(hear("acme", "Hello.")).isEqualTo(hear("acme", "Hello."));
        assertThat(voice.spoken).hasValue(2);
        store.full = false;
        hear("acme", "Hello.");
        hear("acme", "Hello.");
        assertThat(voice.spoken).hasValue(3);
    }

    @Test
    void what_is_no_sound_is_spoken() throws Exception {
        float[] first = hear("acme", "Hello.");
        for (String damaged : List.of("", "RIFF", "RIFF1234WAVEfmt \1\0\0\0x       ")) {
            for (Path file : store.files.values()) {
                Files.writeString(file, damaged);
            }
            assertThat(hear("acme", "Hello.")).isEqualTo(first);
        }
    }

    @Test
    void what_the_caller_did_not_hear_to_its_end_is_not_kept() throws Exception {
        SpeechOnDisk disk = disk();
        new Synthesis(voice, disk, new RememberedClauses(0), new VoiceThreads()).speak("call", company("acme"), "Hello.", true, (samples, owner) -> false);
        disk.settle();
        assertThat(store.files).isEmpty();
    }

    /** As a server does that has just started. */
    private float[] hear(String company, String text) throws Exception {
        voice.owner = "counting@0.0.0";
        SpeechOnDisk disk = disk();
        float[][] heard = {{}};
        new Synthesis(voice, disk, new RememberedClauses(0), new VoiceThreads()).speak("call", company(company), text, true, (samples, owner) -> {
            int before = heard[0].length;
            heard[0] = Arrays.copyOf(heard[0], before + samples.length);
            System.arraycopy(samples, 0, heard[0], before, samples.length);
            return true;
        });
        disk.settle();
        return heard[0];
    }

    private void keep(SpeechCache.Key key, String language) throws Exception {
        SpeechOnDisk disk = disk();
        disk.phrase(key, language).orElseThrow().keep(SOUND);
        disk.settle();
    }

    private Optional<float[]> known(SpeechCache.Key key, String language) {
        return disk().phrase(key, language).orElseThrow().samples();
    }

    private SpeechOnDisk disk() {
        return new SpeechOnDisk(store, new Installation(() -> installed), () -> phonemes);
    }

    private static Bundle voice(String weights) {
        return InstalledBundle.of("counting", "initial", 1, weights);
    }

    private static Company company(String id) {
        return new Company(id, id, "en", "Hello.", "", "", new Voice("counting", 1), ModelChoice.ANY,
                LanguageModelSettings.EMBEDDED, Endpointing.DEFAULT, Optional.empty(), CallLimits.DEFAULT);
    }

    /** Keeps what is derived in a folder, if there is room. */
    private final class Store implements ModelStore {

        private final Map<String, Path> files = new HashMap<>();
        private String weights = "";
        private boolean full;

        @Override
        public Path file(String model, String file) {
            throw new UnsupportedOperationException("only their sums are asked for");
        }

        @Override
        public String sha256(String model, String file) throws IOException {
            if (file.startsWith("unlisted") || model.isEmpty()) {
                throw new IOException(file + " is not listed");
            }
            return weights + model + file;
        }

        @Override
        public synchronized Path derived(String name, String key, DerivedFile maker) throws IOException {
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
