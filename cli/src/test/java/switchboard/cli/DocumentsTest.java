package switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import switchboard.cli.server.Progress;

/** Every command that a document shows exists, and takes the options that it is shown with. */
class DocumentsTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    /** A line of a code block. */
    private static final String BLOCK = "(?m)^ {4,}(\\S.*)$";
    /** Code in a sentence. */
    private static final String SENTENCE = "`([^`\\n]+)`";
    /** Words, quoted or not. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    @Test
    void what_the_command_line_is_shown_to_do_it_understands() throws Exception {
        List<String> shown = commands(BLOCK, "./switchboard");
        assertThat(shown).hasSizeGreaterThan(8);
        for (String command : shown) {
            String[] arguments = words(command).stream().skip(1).toArray(String[]::new);
            assertThatCode(() -> commandLine().parseArgs(arguments)).as(command).doesNotThrowAnyException();
        }
    }

    @Test
    void commands_that_a_sentence_names_exist() throws Exception {
        Set<String> known = new TreeSet<>(commandLine().getSubcommands().keySet());
        known.add("COMMAND");
        List<String> shown = commands(SENTENCE, "./switchboard");
        assertThat(shown).hasSizeGreaterThan(5);
        for (String command : shown) {
            String name = command.replaceAll("^\\./switchboard|--(data|companies|models|plugins) \\S+", "").strip().split(" ")[0];
            assertThat(name.isEmpty() || known.contains(name)).as(command).isTrue();
        }
    }

    @Test
    void every_command_explains_itself() {
        commandLine().getSubcommands().forEach((name, command) -> {
            if (!Set.of("run", "test", "bench", "help").contains(name)) { // scripts, which explain themselves
                StringWriter out = new StringWriter();
                assertThat(commandLine().setOut(new PrintWriter(out)).execute(name, "--help")).as(name).isZero();
                assertThat(out.toString()).as(name).contains("Usage: switchboard " + name);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "test", "bench"})
    void every_script_explains_itself_and_names_what_it_does_not_understand(String script) throws Exception {
        Printed help = printed("switchboard", script, "--help");
        assertThat(help.code).isZero();
        assertThat(help.text).containsIgnoringCase("usage: ");

        Printed mistaken = printed("switchboard", script, "--nonsense");
        assertThat(mistaken.code).isEqualTo(2);
        assertThat(mistaken.text).contains("'--nonsense'").containsIgnoringCase("usage: ");
    }

    @Test
    void completion_knows_the_options_of_run() {
        StringWriter out = new StringWriter();
        assertThat(commandLine().setOut(new PrintWriter(out)).execute("completion")).isZero();

        String run = out.toString().split("function _picocli_switchboard_run\\(")[1].split("\nfunction ")[0];
        assertThat(run).contains("flag_opts=\"--shell --timing --offline --fetch-only\"", "--port --companies", "--drain", "compgen -f");
    }

    @Test
    void what_run_is_shown_to_take_it_takes() throws Exception {
        String known = printed("run", "--help").text;

        List<String> shown = commands(BLOCK + "|" + SENTENCE, "./run");
        assertThat(shown).hasSizeGreaterThan(5);
        for (String command : shown) {
            for (String word : words(command)) {
                assertThat(!word.startsWith("--") || word.equals("--help") || known.contains(word + " ")).as(command).isTrue();
            }
        }
    }

    @Test
    void what_the_shell_is_shown_to_know_some_bundle_brings() throws Exception {
        Set<String> brought = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(ROOT.resolve("bundles"))) {
            for (Path source : sources.filter(path -> path.toString().contains("/src/main/java/") && path.toString().endsWith(".java")).toList()) {
                matches("osgi\\.command\\.function=([a-z]+)", Files.readString(source)).forEach(match -> brought.add(match.group(1)));
            }
        }
        Set<String> shown = new TreeSet<>();
        for (String text : documents()) {
            matches("voice:([a-z]+)", text).forEach(match -> shown.add(match.group(1)));
        }
        assertThat(shown).hasSizeGreaterThan(8);
        assertThat(brought).containsAll(shown);
    }

    @Test
    void scripts_and_modules_that_are_shown_are_there() throws Exception {
        for (String command : commands(BLOCK + "|" + SENTENCE, "./test", "bench/", "mvn")) {
            for (String word : words(command)) {
                if (word.matches("[./]*[a-z][a-z/.-]*/[a-z][\\w/.-]*")) {
                    assertThat(ROOT.resolve(word)).as(command).exists();
                }
            }
        }
        assertThat(ROOT.resolve("test")).isExecutable();
    }

    @Test
    void the_latency_that_the_readme_promises_is_what_was_measured_last() throws Exception {
        MatchResult promised = matches("after (\\d\\.\\d\\d) s\\s\\(median of (\\d+) spoken questions; p95 (\\d\\.\\d\\d) s; (`bench/run [^`]+`)\\)",
                Files.readString(ROOT.resolve("README.md"))).get(0);
        List<MatchResult> measured = matches("(?m)^\\|[^|]* at the ear, receptionist[^|]*\\| " + promised.group(4) + " \\| (\\d+) \\| (\\d+) \\|.*\\| (\\d+) \\|$",
                Files.readString(ROOT.resolve("bench/README.md")));
        MatchResult last = measured.get(measured.size() - 1);

        assertThat(promised.group(1)).isEqualTo(seconds(last.group(1)));
        assertThat(promised.group(3)).isEqualTo(seconds(last.group(2)));
        assertThat(promised.group(2)).isEqualTo(last.group(3));
    }

    private static String seconds(String ms) {
        return String.format(Locale.ROOT, "%.2f", Integer.parseInt(ms) / 1000.0);
    }

    private record Printed(int code, String text) {}

    /** What a script of the checkout prints, on both of its outputs. */
    private static Printed printed(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve(script).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Printed(process.exitValue(), text);
    }

    private static CommandLine commandLine() {
        return Main.commandLine(new Switchboard(ROOT, ROOT, options -> (doing, commands) -> {
            throw new AssertionError("nothing is run here");
        }, Progress.SILENT));
    }

    /** Without what explains them behind two blanks or a hash. */
    private static List<String> commands(String code, String... beginnings) throws IOException {
        List<String> commands = new ArrayList<>();
        for (String text : documents()) {
            for (MatchResult match : matches(code, text)) {
                String command = (match.group(1) == null ? match.group(2) : match.group(1)).split(" {2,}| #")[0].strip();
                if (Stream.of(beginnings).anyMatch(beginning -> command.equals(beginning) || command.startsWith(beginning + " ") || beginning.endsWith("/") && command.startsWith(beginning))) {
                    commands.add(command);
                }
            }
        }
        return commands;
    }

    private static List<String> documents() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String file : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/operate.md", "docs/configuration.md", "docs/write-a-model.md", "docs/protocol.md",
                "docs/examples/espeak-voice/README.md", "docs/examples/pipecat-client/README.md")) {
            texts.add(Files.readString(ROOT.resolve(file)));
        }
        return texts;
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        return words;
    }

    private static List<MatchResult> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }
}
