package switchboard.cli.doctor;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonStreamParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import switchboard.cli.server.Server;

/** The models with one another: says a sentence, hears it, and speaks the verdict. Thread-safe; blocks. */
public final class LoopBack {

    static final String SENTENCE = "The table by the window is free tomorrow evening.";

    /** Recognisers may mishear a word, and write it as two; of a voice that does not work they hear none. */
    private static final double MOST_ERRORS = 0.2;

    /** More on one line nobody reads. */
    private static final int MOST_PROBLEMS = 5;

    private final Server server;
    private final String company;

    public LoopBack(Server server, String company) {
        this.server = server;
        this.company = company;
    }

    /**
     * The companies and the sound.
     *
     * @param verdict the WAV file that says how it ended
     */
    public List<Finding> check(Path verdict) throws IOException {
        Path folder = Files.createTempDirectory("switchboard-doctor.");
        Path good = folder.resolve("good.wav");
        Path bad = folder.resolve("bad.wav");
        Path sentence = folder.resolve("sentence.wav");
        try {
            String printed = server.run("listening to itself", List.of(
                    List.of("companies", "--json"),
                    say(sentence, SENTENCE),
                    List.of("hear", "--company", company, "--json", sentence.toString()),
                    say(good, "I can speak, and I understand what I say. You can take calls."),
                    say(bad, "I can speak, but I do not understand what I say. Please look at the report.")));
            JsonStreamParser answers = new JsonStreamParser(printed);
            Finding companies = companies(answers.next());
            answers.next();
            Finding sound = sound(answers.next().getAsJsonObject().get("text").getAsString(), verdict);
            Files.move(sound.state() == Finding.State.PASS ? good : bad, verdict, StandardCopyOption.REPLACE_EXISTING);
            return List.of(companies, sound);
        } catch (Server.Failure e) {
            return List.of(Finding.fail("loop-back", e.getMessage().strip(), "./run --offline --shell shows what the server says; voice:models names what is missing"));
        } finally {
            for (Path file : List.of(good, bad, sentence, folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<String> say(Path file, String text) {
        return List.of("say", "--company", company, "--out", file.toString(), "--json", text);
    }

    /** @param answer of {@code voice:companies --json} */
    static Finding companies(JsonElement answer) {
        List<String> problems = new ArrayList<>();
        int valid = 0;
        for (JsonElement row : answer.getAsJsonArray()) {
            JsonArray reasons = row.getAsJsonObject().getAsJsonArray("problems");
            reasons.forEach(reason -> problems.add(words(reason.getAsJsonObject())));
            valid += reasons.isEmpty() ? 1 : 0;
        }
        if (problems.isEmpty()) {
            return Finding.pass("companies", valid + " valid");
        }
        String more = problems.size() > MOST_PROBLEMS ? "; and %d more".formatted(problems.size() - MOST_PROBLEMS) : "";
        String first = problems.stream().limit(MOST_PROBLEMS).collect(Collectors.joining("; "));
        return Finding.fail("companies", "%d valid; %s%s".formatted(valid, first, more), "correct the file; ./switchboard companies shows all, docs/configuration.md has all keys");
    }

    private static String words(JsonObject problem) {
        return problem.get("source").getAsString() + ": " + problem.get("message").getAsString();
    }

    static Finding sound(String heard, Path verdict) {
        double errors = errors(letters(SENTENCE), letters(heard));
        return errors <= MOST_ERRORS ? Finding.pass("loop-back", "said and heard: \"%s\"; spoken verdict: %s".formatted(heard, verdict))
                : Finding.fail("loop-back", "said \"%s\", heard \"%s\"; spoken verdict: %s".formatted(SENTENCE, heard, verdict),
                        "listen to the verdict: if it is clear, the recogniser is at fault, otherwise the voice; ./run --fetch-only verifies their weights");
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    /** Letter error rate: Levenshtein's distance over the number of letters said. */
    private static double errors(String said, String heard) {
        int[] above = new int[heard.length() + 1];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= said.length(); i++) {
            int[] row = new int[heard.length() + 1];
            row[0] = i;
            for (int j = 1; j <= heard.length(); j++) {
                int other = said.charAt(i - 1) == heard.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + other, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[heard.length()] / (double) said.length();
    }
}
