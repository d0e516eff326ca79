package switchboard.testkit.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A question to a company, in a file one a line: the company, a tab, what its caller says, a tab, what the answer has.
 *
 * @param turns   what the caller says, one thing after the other; the last is the question ({@code >>} lies between them)
 * @param answer  what the answer must have, all of it (joined by {@code &&}); none if the company does not know
 */
public record FactQuestion(String company, List<String> turns, List<Pattern> answer) {

    /** That something is not known, in each language. */
    public static final Pattern UNKNOWN = Pattern.compile("don't know|do not know|call you back|weiß ich (leider )?nicht|zurückruf|no lo sé|llame", Pattern.CASE_INSENSITIVE);

    /** That what is told may not be what was asked for, in each language. */
    public static final Pattern DOUBT = Pattern.compile("don't know that for certain|weiß ich nicht genau|no lo sé con certeza", Pattern.CASE_INSENSITIVE);

    /** That what is told is what is known of the matter, whether or not it is what was asked for, in each language; not after {@link #DOUBT}. */
    public static final Pattern OF_THE_MATTER = Pattern.compile("What I know about that:|(?<!genau\\. )Was ich dazu weiß:|Lo que sé de eso:");

    /** How a question went. */
    public enum Outcome {
        /** The fact was told, or that it is not known where it is not. */
        RIGHT,
        /** The fact was told as what is known of the matter. */
        OF_THE_MATTER,
        /** The fact was told, and that it may not be what was asked for. */
        DOUBTED,
        /** Another fact than the one that is there. */
        WRONG,
        /** Nothing, though the fact is there. */
        ABSTAINED,
        /** Another fact was told as what is known of the matter, whether or not the one that was asked for is there. */
        BESIDE,
        /** Something, though nothing is known. */
        INVENTED;

        /** Whether who asked has got what there is. */
        public boolean isRight() {
            return this == RIGHT || this == OF_THE_MATTER || this == DOUBTED;
        }

        /** As it is counted. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The questions of a file. */
    public static List<FactQuestion> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("\t", -1))
                .map(columns -> new FactQuestion(columns[0], List.of(columns[1].split("\\s*>>\\s*")), patterns(columns[2]))).toList();
    }

    private static List<Pattern> patterns(String joined) {
        return Arrays.stream(joined.split("&&")).map(String::strip).filter(pattern -> !pattern.isEmpty())
                .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)).toList();
    }

    /** @param said the answer to the last turn */
    public Outcome outcome(String said) {
        boolean doubted = DOUBT.matcher(said).find();
        boolean ofTheMatter = !doubted && OF_THE_MATTER.matcher(said).find();
        if (!answer.isEmpty() && answer.stream().allMatch(pattern -> pattern.matcher(said).find())) {
            return doubted ? Outcome.DOUBTED : ofTheMatter ? Outcome.OF_THE_MATTER : Outcome.RIGHT;
        }
        if (ofTheMatter) {
            return Outcome.BESIDE;
        }
        boolean abstained = UNKNOWN.matcher(said).find();
        if (answer.isEmpty()) {
            return abstained ? Outcome.RIGHT : Outcome.INVENTED;
        }
        return abstained ? Outcome.ABSTAINED : Outcome.WRONG;
    }
}
