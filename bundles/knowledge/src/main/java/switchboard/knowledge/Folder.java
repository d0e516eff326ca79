package switchboard.knowledge;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of documents: what is in it, and whether it has changed. */
final class Folder {

    private static final Logger log = LoggerFactory.getLogger(Folder.class);
    private static final long LARGEST_BYTES = 1 << 20;

    private Folder() {
    }

    /** Equal fingerprints: no file was added, removed or saved in between. */
    static String fingerprint(Path folder) throws IOException {
        StringBuilder print = new StringBuilder();
        for (Path file : files(folder)) {
            print.append(file).append(' ').append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file)).append('\n');
        }
        return print.toString();
    }

    /** All readable documents; one that is too large or no text is named in the log and left out. */
    static List<Document> read(Path folder) throws IOException {
        List<Document> documents = new ArrayList<>();
        for (Path file : files(folder)) {
            if (Files.size(file) > LARGEST_BYTES) {
                log.warn("file={} event=skipped: larger than {} bytes; split it", file, LARGEST_BYTES);
                continue;
            }
            try {
                documents.add(Document.parse(folder.relativize(file).toString(), Files.readString(file)));
            } catch (MalformedInputException e) {
                log.warn("file={} event=skipped: not UTF-8 text; save it as UTF-8", file);
            }
        }
        return documents;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(Folder::isDocument).sorted().toList();
        }
    }

    private static boolean isDocument(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".txt");
    }
}
