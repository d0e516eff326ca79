package switchboard.phonemes.english;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;

/** The bundle's own tables. */
final class Resource {

    private Resource() {
    }

    /** The lines of a table, without its comments, which begin with {@code ;}, and without empty lines. */
    static List<String> lines(String name) throws IOException {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new BufferedReader(new InputStreamReader(in, UTF_8)).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith(";"))
                    .toList();
        }
    }
}
