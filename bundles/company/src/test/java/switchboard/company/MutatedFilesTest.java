package switchboard.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyProblem;

/** Whatever becomes of a file, it is accepted or refused with reasons, and no other company is touched. */
@Timeout(120)
class MutatedFilesTest extends WatchedFolder {

    private static final Path SAMPLES = Path.of("..", "..", "cnf", "companies");
    private static final List<String> PIECES = List.of("{", "}", "[", "]", "\"", ":", ",", "null", "true", "-1", "0", "1e999", "1e-999999999", "9".repeat(40),
            "\\u0000", "\\", "/*", "*/", "//", "\n", "\u0000", "\ud83d", "\ud83c\udf45", "\ufeff", "(", ")", "(&(a=b)", "{}", "[]", "[[]]", "{\"a\": [1, {}]}",
            "\"\"", "\" \"", "\"id\": \"neighbour\",", "\"id\": \"../x\",", "\"name\": 7,", "\"hours\": 7,", "\"hours\": [null],", "\"calls.max:byte[]\": [1],",
            "\"hours:int[]\": [1],", "\"greeting:Character\": \"x\",", "\"knowledge\": \"\\u0000\",", "\"knowledge\": \"/\",", "\"time.zone\": \"Mars/Base\",",
            "\"llm.endpoint\": \"http://\",", "\"voice.name\": \"" + "x".repeat(5_000) + "\",", "[".repeat(5_000), "{\"a\":".repeat(2_000));

    private final Random random = new Random(20261125);

    @Test
    void a_mutated_sample_is_accepted_or_refused_with_reasons_and_disturbs_nobody() throws IOException {
        save("neighbour", "{\"name\": \"Neighbour\"}");
        Company neighbour = companies.find("neighbour").orElseThrow();
        int refused = 0;
        for (String sample : samples()) {
            save("acme", sample);
            assertThat(companies.problems()).isEmpty();
            for (int i = 0; i < 700; i++) {
                Optional<Company> before = companies.find("acme");
                String mutated = new String(mutated(sample).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8); // no half characters
                save("acme", mutated);

                List<CompanyProblem> problems = companies.problems();
                assertThat(companies.find("neighbour")).as(mutated).containsSame(neighbour);
                if (!problems.isEmpty()) {
                    refused++;
                    assertThat(companies.find("acme")).as(mutated).isEqualTo(before);
                    assertThat(problems).as(mutated).allSatisfy(problem -> {
                        assertThat(problem.source()).startsWith("switchboard.company~acme.json");
                        assertThat(problem.message()).isNotBlank().hasSizeLessThan(1_500).doesNotContain("Exception", "\n", "\u0000").doesNotContainPattern("@[0-9a-f]{5}");
                    });
                }
            }
        }
        assertThat(refused).as("mutations do harm, but not all").isBetween(300, 2_000);
    }

    /** What is read by recursion, or grows when it is read. */
    static Stream<Arguments> harm() {
        return Stream.of(
                harmful("arrays in arrays", "\"hours\": " + "[".repeat(100_000)),
                harmful("objects in objects", "\"greeting\": " + "{\"a\":".repeat(100_000)),
                harmful("filters in filters", "\"tts.target\": \"" + "(&".repeat(100_000) + "(a=b)" + ")".repeat(100_000) + "\""),
                harmful("a filter that denies and denies", "\"tts.target\": \"" + "(!".repeat(3_000) + "(a=b)" + ")".repeat(3_000) + "\""),
                harmful("all days, again and again", "\"hours\": [\"Mon" + ", Mon".repeat(50_000) + " 09:00-17:00\"]"),
                harmful("all hours, again and again", "\"hours\": [\"Mon 09:00-10:00" + ", 09:00-10:00".repeat(30_000) + "\"]"),
                harmful("more hours than a week has", "\"hours\": [" + "\"Mon 09:00-10:00\",".repeat(40_000) + "\"Tue 09:00-10:00\"]"),
                harmful("a greeting without end", "\"greeting\": \"" + "x".repeat(900_000) + "\""),
                harmful("a key without end", "\"" + "k".repeat(900_000) + "\": 1"),
                harmful("as many keys as fit", IntStream.range(0, 60_000).mapToObj(key -> "\"k" + key + "\": 1").collect(Collectors.joining(","))),
                harmful("a number without end", "\"calls.max\": " + "9".repeat(500_000)),
                harmful("a number with a large exponent", "\"calls.max\": 1e999999999"),
                harmful("a number with a small exponent", "\"voice.speed\": 1e-999999999"),
                harmful("a resource without a colon", "\"bookings.resources\": [\"" + "a".repeat(400_000) + "\"]"),
                harmful("an address without end", "\"llm.endpoint\": \"http://" + "a".repeat(400_000) + "/\""),
                harmful("comments in comments", "/* ".repeat(100_000)),
                harmful("quotation marks", "\"".repeat(300_001)));
    }

    private static Arguments harmful(String name, String line) {
        return Arguments.of(Named.of(name, line));
    }

    @ParameterizedTest
    @MethodSource("harm")
    void a_file_that_is_made_to_do_harm_is_refused(String line) throws IOException {
        save("neighbour", "{\"name\": \"Neighbour\"}");
        save("acme", "{\n\"name\": \"Acme\",\n" + line + "\n}");

        assertThat(companies.find("neighbour")).isPresent();
        assertThat(companies.find("acme")).isEmpty();
        assertThat(companies.problems()).isNotEmpty().hasSizeLessThan(100).allSatisfy(problem -> assertThat(problem.message()).hasSizeLessThan(1_500));
    }

    private List<String> samples() throws IOException {
        List<String> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.filter(path -> CompanyFiles.isCompany(path.toFile())).sorted().toList()) {
                String name = file.getFileName().toString().replaceAll("switchboard.company~|\\.json", "");
                Files.createDirectories(folder.resolve(name));
                samples.add(Files.readString(file));
            }
        }
        assertThat(samples).hasSize(3);
        return samples;
    }

    private String mutated(String text) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int from = random.nextInt(mutated.length());
            int to = Math.min(mutated.length(), from + random.nextInt(40));
            switch (random.nextInt(5)) {
                case 0 -> mutated.delete(from, to);
                case 1 -> mutated.insert(from, mutated.substring(from, to));
                case 2 -> mutated.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
                case 3 -> mutated.insert(from, PIECES.get(random.nextInt(PIECES.size())));
                default -> mutated.setCharAt(from, (char) random.nextInt(128));
            }
            if (mutated.isEmpty()) {
                return "";
            }
        }
        return mutated.toString();
    }
}
