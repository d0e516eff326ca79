package switchboard.bench.dialogues;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import switchboard.test.browser.Caller;

/** Holds every dialogue with the product's assistant, in writing, and counts what was right. */
public final class DialogueBench {

    private DialogueBench() {
    }

    /**
     * Holds the dialogues of a folder and prints the table; the transcripts are written beside it. After {@code spoken}, each line is
     * said by a voice, and the assistant is asked what the recogniser understood.
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "bench", "dialogues"));
        List<String> wanted = new ArrayList<>(List.of(arguments));
        Optional<Ears> ears = wanted.remove("spoken") ? Optional.of(new Ears(new Caller(folder).mouth(), folder.resolve("said"))) : Optional.empty();
        String only = wanted.isEmpty() ? "" : wanted.get(0);
        List<Verdict> verdicts = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("dialogues"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".txt") && path.getFileName().toString().contains(only)).sorted().toList()) {
                List<Script> scripts = Script.read(file);
                List<Verdict> held = hold(ears.isPresent() ? heard(scripts, ears.get()) : scripts, folder, companies(scripts), times);
                Files.writeString(folder.resolve(file.getFileName() + ".md"), String.join("\n", held.stream().map(Verdict::report).toList()));
                System.out.println("\n" + file.getFileName() + "\n" + table(held));
                held.stream().filter(verdict -> !verdict.isRight()).map(Verdict::report).forEach(System.out::println);
                verdicts.addAll(held);
            }
        }
        List<Double> sorted = times.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "%n%d dialogues, %d turns; answer p50 %.0f ms, p95 %.0f ms%n%s", verdicts.size(), times.size(),
                sorted.get(sorted.size() / 2), sorted.get((int) (sorted.size() * 0.95)), table(verdicts));
    }

    /** Those that are called, since each prepares its greeting. */
    private static Path companies(List<Script> scripts) throws IOException {
        Path all = Commands.companies(Files.createTempDirectory("companies"), Path.of("../cnf/companies"), Path.of("companies"));
        Set<String> called = scripts.stream().map(script -> "switchboard.company~" + script.company() + ".json").collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(all)) {
            for (Path other : files.filter(Files::isRegularFile).filter(file -> !called.contains(file.getFileName().toString())).toList()) {
                Files.delete(other);
            }
        }
        return all;
    }

    private static List<Script> heard(List<Script> scripts, Ears ears) throws Exception {
        List<Script> heard = new ArrayList<>();
        for (Script script : scripts) {
            List<Script.Line> lines = new ArrayList<>();
            for (Script.Line line : script.lines()) {
                lines.add(line.as(ears.heard(line.said(), heard.size())));
            }
            heard.add(script.spoken(lines));
        }
        return heard;
    }

    private static List<Verdict> hold(List<Script> scripts, Path folder, Path companies, List<Double> times) throws IOException, InterruptedException {
        Commands commands = new Commands(folder);
        for (Script script : scripts) {
            commands.add("appointments", "--company", script.company(), "--json");
            for (Script.Line line : script.lines()) {
                commands.add("ask", "--company", script.company(), "--call", scripts.indexOf(script) + "-" + line.call(), "--now", script.now().toString(), "--json", line.said());
                commands.add("appointments", "--company", script.company(), "--json");
            }
        }
        Iterator<JsonElement> printed = commands.run(companies).iterator();
        List<Verdict> verdicts = new ArrayList<>();
        for (Script script : scripts) {
            Verdict verdict = new Verdict(script, printed.next());
            for (Script.Line line : script.lines()) {
                var answer = printed.next().getAsJsonObject();
                times.add(answer.get("totalMs").getAsDouble());
                verdict.hear(line, answer.get("answer").getAsString(), printed.next());
            }
            verdicts.add(verdict.end());
        }
        return verdicts;
    }

    private static String table(List<Verdict> verdicts) {
        Map<String, List<Verdict>> byCategory = new TreeMap<>();
        verdicts.forEach(verdict -> byCategory.computeIfAbsent(verdict.script().category(), name -> new ArrayList<>()).add(verdict));
        StringBuilder table = new StringBuilder("| category | dialogues right | facts right | bookings right | invented facts | changes without a yes |\n|---|---|---|---|---|---|\n");
        byCategory.forEach((category, some) -> table.append(row(category, some)));
        return table.append(row("all", verdicts)).toString();
    }

    private static String row(String name, List<Verdict> verdicts) {
        int facts = verdicts.stream().mapToInt(Verdict::facts).sum();
        Predicate<Verdict> books = verdict -> verdict.script().rows().isPresent();
        return "| %s | %s | %s | %s | %d | %d |%n".formatted(name, share(verdicts.stream().filter(Verdict::isRight).count(), verdicts.size()),
                share(verdicts.stream().mapToInt(Verdict::factsRight).sum(), facts),
                share(verdicts.stream().filter(books).filter(Verdict::isRight).count(), verdicts.stream().filter(books).count()),
                verdicts.stream().mapToInt(Verdict::invented).sum(), verdicts.stream().mapToInt(Verdict::unasked).sum());
    }

    private static String share(long some, long all) {
        return all == 0 ? "" : "%d/%d (%d %%)".formatted(some, all, Math.round(100.0 * some / all));
    }
}
