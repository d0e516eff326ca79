package switchboard.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstReadingTest {

    @TempDir
    Path folder;
    private final Set<Path> judged = new HashSet<>();

    @Test
    void it_is_over_when_each_file_was_judged_or_is_gone() throws IOException {
        Path acme = Files.writeString(folder.resolve("switchboard.company~acme.json"), "{}");
        Path baker = Files.writeString(folder.resolve("switchboard.company~baker.json"), "{}");
        Files.writeString(folder.resolve("switchboard.records.cfg"), "companies = *");
        FirstReading reading = new FirstReading(folder);
        assertThat(reading.isOver(judged::contains)).isFalse();

        judged.add(acme);
        assertThat(reading.isOver(judged::contains)).isFalse();

        Files.delete(baker);
        assertThat(reading.isOver(judged::contains)).isTrue();
    }

    @Test
    void what_comes_later_is_not_waited_for() throws IOException {
        FirstReading reading = new FirstReading(folder);
        Files.writeString(folder.resolve("switchboard.company~acme.json"), "{}");

        assertThat(reading.isOver(judged::contains)).isTrue();
    }

    @Test
    void a_folder_that_does_not_exist_holds_nobody_up() {
        assertThat(new FirstReading(folder.resolve("nowhere")).isOver(judged::contains)).isTrue();
    }
}
