package switchboard.bench.dialogues;

import com.google.gson.JsonElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Asks the sample companies what stands in their documents, and what does not, and counts what is found and what is said. */
public final class RetrievalBench {

    private static final Path QUESTIONS = Path.of("retrieval", "questions.tsv");
    private static final List<Integer> RANKS = List.of(1, 3, 6);

    private RetrievalBench() {
    }

    /** @param answer words of the passage that answers; empty if none does */
    private record Question(String company, String text, String answer) {}

    /** Prints the table. */
    public static void main(String[] arguments) throws Exception {
        List<Question> questions = Files.readAllLines(QUESTIONS).stream().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1))
                .map(columns -> new Question(columns[0], columns[1], columns[2])).toList();
        Commands commands = new Commands(Path.of("target", "bench", "retrieval"));
        for (Question question : questions) {
            commands.add("knowledge", "--company", question.company(), question.text());
            commands.add("ask", "--company", question.company(), "--now", "2027-01-12T10:15", "--json", question.text());
        }
        Iterator<JsonElement> printed = commands.run(Path.of("../cnf/companies")).iterator();
        int[] hits = new int[RANKS.size()];
        int known = 0;
        int right = 0;
        int abstained = 0;
        int silent = 0;
        List<Double> searchMs = new ArrayList<>();
        for (Question question : questions) {
            var found = printed.next().getAsJsonObject();
            searchMs.add(found.get("ms").getAsDouble());
            List<String> passages = found.getAsJsonArray("passages").asList().stream().map(passage -> passage.getAsJsonObject().get("text").getAsString()).toList();
            String said = printed.next().getAsJsonObject().get("answer").getAsString();
            boolean unknown = said.contains("don't know");
            if (question.answer().isEmpty()) {
                abstained += unknown ? 1 : 0;
            } else {
                known++;
                for (int i = 0; i < RANKS.size(); i++) {
                    hits[i] += passages.stream().limit(RANKS.get(i)).anyMatch(passage -> passage.contains(question.answer())) ? 1 : 0;
                }
                right += said.contains(question.answer()) ? 1 : 0;
                silent += unknown ? 1 : 0;
            }
            if (question.answer().isEmpty() != unknown || !unknown && !said.contains(question.answer())) {
                System.out.printf("%s: %s -> %s%n", question.company(), question.text(), said);
            }
        }
        List<Double> sorted = searchMs.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "%nquestions to the sample companies%n| what | of %d answered, %d unanswered questions |%n|---|---|%n", known, questions.size() - known);
        for (int i = 0; i < RANKS.size(); i++) {
            System.out.printf(Locale.ROOT, "| hit@%d | %.1f %% |%n", RANKS.get(i), 100.0 * hits[i] / known);
        }
        System.out.printf(Locale.ROOT, "| answered right | %.1f %% |%n| not answered | %.1f %% |%n| answered with another fact | %.1f %% |%n| abstained where nothing is known | %.1f %% |%n| search p50, p95 | %.1f, %.1f ms |%n",
                100.0 * right / known, 100.0 * silent / known, 100.0 * (known - right - silent) / known, 100.0 * abstained / (questions.size() - known),
                sorted.get(sorted.size() / 2), sorted.get((int) (sorted.size() * 0.95)));
    }
}
