package switchboard.company;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes the committed files that are made of {@link Keys}. A test fails if they are out of date.
 *
 * <p>From the top folder, after a build: {@code java -cp bundles/company/target/classes:<gson.jar>
 * switchboard.company.ReferenceFiles .}
 */
final class ReferenceFiles {

    private ReferenceFiles() {}

    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<Path, String> file : of(Path.of(arguments.length == 0 ? "." : arguments[0])).entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    /**
     * @param top the top folder of the sources
     * @return what must be in which file
     */
    static Map<Path, String> of(Path top) {
        return Map.of(
                top.resolve("docs/configuration.md"), ReferencePage.markdown(),
                top.resolve("cnf/companies").resolve(CompanySchema.FILE), CompanySchema.json());
    }
}
