package switchboard.model.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelStatus;
import switchboard.api.tts.TextToSpeech;

class ProgressTest {

    private final List<ModelStatus> declared = new ArrayList<>();
    private final Progress progress = new Progress(() -> declared);

    @Test
    void models_are_counted_as_they_come() {
        Resident<TextToSpeech> one = declare("One");
        Resident<TextToSpeech> other = declare("Other");
        assertThat(line(one)).isEqualTo("1/2 One … ✓ 0.25 s");
        assertThat(line(other)).isEqualTo("2/2 Other … ✓ 0.25 s");
    }

    @Test
    void a_model_that_comes_again_is_one_model() {
        Resident<TextToSpeech> one = declare("One");
        line(one);
        assertThat(line(one)).isEqualTo("1/1 One … ✓ 0.25 s (again)");
    }

    @Test
    void models_that_have_gone_are_not_counted_among_those_that_are_there() {
        for (String version : List.of("Voice 1", "Voice 2", "Voice 3")) {
            declared.clear();
            assertThat(line(declare(version))).startsWith("1/1 " + version);
        }
    }

    private Resident<TextToSpeech> declare(String label) {
        Resident<TextToSpeech> resident = new Resident<>(new ModelDescription<>(TextToSpeech.class, label, "test", "1.0", Set.of("en"), 0),
                new Origin(7, "switchboard.test", new Version("1.0.0"), 1), model -> () -> { });
        declared.add(resident.status());
        return resident;
    }

    private String line(Resident<?> resident) {
        return progress.line(resident, Duration.ofMillis(250));
    }
}
