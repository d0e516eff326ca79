package switchboard.bench.dialogues;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import switchboard.testkit.facts.FactQuestion;

/** Asks companies of many trades what stands in their documents, and what does not, and counts what is told. */
public final class FactsBench {

    private static final List<String> SETS = List.of("development", "development-2", "development-3", "development-4", "development-5", "development-6", "development-7", "held-out", "held-out-2",
            "languages-development", "languages-held-out", "near-misses");

    private static final String IN_CALLS = "in-calls";
    private static final int QUESTIONS_OF_A_CALL = 5;

    /** @param doubted whether something was told with the doubt that it may not be what was asked for */
    private record Answer(FactQuestion.Outcome outcome, boolean doubted) {}

    private FactsBench() {
    }

    /**
     * Prints a table for each set, or for the one that is named, and each question that was not answered right.
     *
     * @param arguments the set, and "in-calls" where one call asks several of its questions, as callers do
     */
    public static void main(String[] arguments) throws Exception {
        List<String> named = Stream.of(arguments).filter(argument -> !argument.equals(IN_CALLS)).toList();
        int inOneCall = List.of(arguments).contains(IN_CALLS) ? QUESTIONS_OF_A_CALL : 1;
        Path companies = Commands.companies(Files.createTempDirectory("companies"), Path.of("../cnf/companies"), Path.of("companies"));
        for (String set : SETS) {
            if (named.isEmpty() || named.contains(set)) {
                Path questions = Path.of("retrieval", "facts-%s.tsv".formatted(set.replace("development", "dev")));
                System.out.printf("%n%s%n%s", set, ask(FactQuestion.read(questions), companies, inOneCall));
            }
        }
    }

    private static String ask(List<FactQuestion> questions, Path companies, int inOneCall) throws IOException, InterruptedException {
        Commands commands = new Commands(Path.of("target", "bench", "facts"));
        for (int i = 0; i < questions.size(); i++) {
            String call = questions.get(i).turns().size() > 1 ? "alone-" + i : "facts-" + i / inOneCall;
            for (String turn : questions.get(i).turns()) {
                commands.add("ask", "--company", questions.get(i).company(), "--call", questions.get(i).company() + "-" + call, "--now", "2027-01-12T10:15", "--json", turn);
            }
        }
        Iterator<JsonElement> printed = commands.run(companies).iterator();
        Map<String, List<Answer>> outcomes = new TreeMap<>();
        for (FactQuestion question : questions) {
            String said = "";
            for (int turn = 0; turn < question.turns().size(); turn++) {
                said = printed.next().getAsJsonObject().get("answer").getAsString();
            }
            FactQuestion.Outcome outcome = question.outcome(said);
            outcomes.computeIfAbsent(question.company(), name -> new ArrayList<>()).add(new Answer(outcome, FactQuestion.DOUBT.matcher(said).find()));
            if (!outcome.isRight()) {
                System.out.printf("%s, %s: %s -> %s%n", outcome.word(), question.company(), String.join(" >> ", question.turns()), said);
            }
        }
        StringBuilder table = new StringBuilder("| company | questions | right | of these as known of the matter | of these with doubt | wrong | abstained | invented | something else told as known of the matter | something else told with doubt |\n|---|---|---|---|---|---|---|---|---|---|\n");
        outcomes.forEach((company, some) -> table.append(row(company, some)));
        return table.append(row("all", outcomes.values().stream().flatMap(List::stream).toList())).toString();
    }

    private static String row(String name, List<Answer> answers) {
        Map<FactQuestion.Outcome, Integer> counts = new EnumMap<>(FactQuestion.Outcome.class);
        answers.forEach(answer -> counts.merge(answer.outcome(), 1, Integer::sum));
        int doubted = counts.getOrDefault(FactQuestion.Outcome.DOUBTED, 0);
        int ofTheMatter = counts.getOrDefault(FactQuestion.Outcome.OF_THE_MATTER, 0);
        int right = counts.getOrDefault(FactQuestion.Outcome.RIGHT, 0) + ofTheMatter + doubted;
        long beside = answers.stream().filter(Answer::doubted).count() - doubted;
        return "| %s | %d | %d (%d %%) | %d | %d | %d | %d | %d | %d | %d |%n".formatted(name, answers.size(), right, Math.round(100.0 * right / answers.size()), ofTheMatter, doubted, counts.getOrDefault(FactQuestion.Outcome.WRONG, 0),
                counts.getOrDefault(FactQuestion.Outcome.ABSTAINED, 0), counts.getOrDefault(FactQuestion.Outcome.INVENTED, 0), counts.getOrDefault(FactQuestion.Outcome.BESIDE, 0), beside);
    }
}
