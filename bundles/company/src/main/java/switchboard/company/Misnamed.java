package switchboard.company;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.CompanyProblem;

/**
 * Files of the watched folder that were meant to be a company's, as far as one can tell, but are called otherwise: they are named as
 * problems, because nobody would read them and nobody be told. Thread-safe.
 */
final class Misnamed {

    private static final Logger log = LoggerFactory.getLogger(Misnamed.class);

    private final Problems problems;

    Misnamed(Problems problems) {
        this.problems = problems;
    }

    /** Looks at a file that is no company's, or is there no more. */
    void look(Path path) {
        String name = path.getFileName().toString();
        if (!looksLikeCompany(name)) {
            return;
        }
        if (!Files.isRegularFile(path)) {
            problems.clear(path.toString());
            return;
        }
        String id = id(name);
        String message = "is not read: the file of a company is called switchboard.company~<id>.json, such as switchboard.company~%s.json; rename it".formatted(id);
        if (problems.report(path.toString(), List.of(new CompanyProblem(id, name, message)))) {
            log.warn("company={} source={} event=ignored: it {}", id, name, message);
        }
    }

    /** Neither the schema, nor what editors leave beside a file. */
    private static boolean looksLikeCompany(String name) {
        return name.matches("(?i)[^.].*\\.json(\\.txt|c|5)?") && !name.equals(CompanySchema.FILE);
    }

    /** What its writer may have meant. */
    private static String id(String name) {
        String id = name.replaceAll("(?i)\\.json.*$", "").replaceAll("(?i)^switchboard[._-]?company[~._-]?", "")
                .toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return id.isEmpty() ? "acme" : id;
    }
}
