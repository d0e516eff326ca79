package switchboard.api.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * No contract changes unseen: what is exported is what baseline.txt says, and a change of it comes with a new version of its
 * package. CONTRIBUTING.md says how a change is accepted.
 */
class BaselineTest {

    private static final Path BASELINE = Path.of("baseline.txt");
    private static final Path BUNDLE = Path.of("target/classes");
    private static final boolean ACCEPT = Objects.equals(System.getProperty("baseline"), "accept");

    @Test
    void what_is_exported_was_accepted_with_its_versions() throws Exception {
        Contracts now = Contracts.of(BUNDLE);
        assertThat(now.mistakesAfter(accepted())).as("packages whose contract changed and whose @Version did not").isEmpty();
        if (ACCEPT) {
            Files.write(BASELINE, now.lines());
        }
        assertThat(now.lines()).as("accept the change with: mvn -f bundles/api/pom.xml install -Dbaseline=accept")
                .isEqualTo(Files.readAllLines(BASELINE));
    }

    @Test
    void what_was_written_is_read_again() throws Exception {
        assertThat(accepted().lines()).isEqualTo(Files.readAllLines(BASELINE));
    }

    @Test
    void a_new_method_of_what_others_call_needs_a_minor_version() throws Exception {
        List<String> before = without("METHOD MINOR MAJOR voices()");

        assertThat(accepted().mistakesAfter(Contracts.parse(before))).singleElement().asString()
                .startsWith("switchboard.api.tts 1.").contains("must be at least 1.", "ADDED METHOD voices()");
    }

    @Test
    void a_new_method_of_what_others_implement_needs_a_major_version() throws Exception {
        List<String> before = without("METHOD MAJOR MAJOR accept(switchboard.api.audio.AudioClip)");

        assertThat(accepted().mistakesAfter(Contracts.parse(before))).singleElement().asString().contains("must be at least 2.0.0");
    }

    @Test
    void a_method_that_goes_needs_a_major_version() throws Exception {
        List<String> before = new ArrayList<>(Files.readAllLines(BASELINE));
        int at = before.stream().filter(line -> line.endsWith("voices()")).map(before::indexOf).findFirst().orElseThrow();
        before.add(at, before.get(at).replace("voices()", "accents()"));

        assertThat(accepted().mistakesAfter(Contracts.parse(before))).singleElement().asString()
                .contains("must be at least 2.0.0", "REMOVED METHOD accents()");
    }

    @Test
    void a_new_package_is_only_to_be_accepted() throws Exception {
        List<String> before = Files.readAllLines(BASELINE);
        int from = before.stream().filter(line -> line.endsWith("switchboard.api.vad")).map(before::indexOf).findFirst().orElseThrow();

        assertThat(accepted().mistakesAfter(Contracts.parse(before.subList(0, from)))).isEmpty();
    }

    /** The baseline without an element and all that is in it. */
    private static List<String> without(String element) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(BASELINE));
        int from = lines.stream().map(String::strip).toList().indexOf(element);
        int to = from + 1;
        while (depth(lines.get(to)) > depth(lines.get(from))) {
            to++;
        }
        lines.subList(from, to).clear();
        return lines;
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static Contracts accepted() throws Exception {
        return Contracts.parse(Files.readAllLines(BASELINE));
    }
}
