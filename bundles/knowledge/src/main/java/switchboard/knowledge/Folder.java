package switchboard.knowledge;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A folder of documents: what is in it, and whether it has changed. A link to a file elsewhere is not followed: a company would
 * read out what belongs to somebody else. The folder itself may be a link; whoever configures it has chosen it.
 */
final class Folder {

    private static final long LARGEST_BYTES = 1 << 20;
    private static final int MOST_FILES = 1_000;
    private static final int MOST_PASSAGES = 5_000;
    private static final int MOST_CHARACTERS = 4_000_000;
    private static final int LONGEST_LINE = 5_000;

    private Folder() {
    }

    /**
     * What was read, and what was not.
     *
     * @param documents in the order of their names
     * @param skipped   what keeps other files from being read
     */
    record Contents(List<Document> documents, List<Skipped> skipped) {}

    /** @param reason and remedy, to follow the file's name */
    record Skipped(String file, String reason) {}

    /** Equal fingerprints: no file was added, removed or saved in between. */
    static String fingerprint(Path folder) throws IOException {
        StringBuilder print = new StringBuilder();
        for (Path file : files(folder.toRealPath())) {
            try {
                print.append(file).append(' ').append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file)).append('\n');
            } catch (NoSuchFileException e) {
                print.append(file).append(" leads nowhere\n");
            }
        }
        return print.toString();
    }

    /** All documents that can be read. */
    static Contents read(Path configured) throws IOException {
        Path folder = configured.toRealPath();
        List<Document> documents = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        List<Path> files = files(folder);
        for (Path file : files.subList(0, Math.min(files.size(), MOST_FILES))) {
            String name = folder.relativize(file).toString();
            try {
                documents.add(parse(name, text(folder, file)));
            } catch (UnreadableException e) {
                skipped.add(new Skipped(name, String.valueOf(e.getMessage())));
            }
        }
        if (files.size() > MOST_FILES) {
            skipped.add(new Skipped(folder.relativize(files.get(MOST_FILES)).toString(),
                    "is not read, nor is any file after it: a company may have %d documents, and there are %d".formatted(MOST_FILES, files.size())));
        }
        return new Contents(List.copyOf(documents), List.copyOf(skipped));
    }

    private static Document parse(String name, String text) throws UnreadableException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv")) {
            return bounded(Table.parse(name, text));
        }
        if (lower.endsWith(".md") || lower.endsWith(".txt")) {
            int longest = text.lines().mapToInt(String::length).max().orElse(0);
            if (longest > LONGEST_LINE) {
                throw new UnreadableException("is not read: a line has %d characters; %d are allowed. Break it".formatted(longest, LONGEST_LINE));
            }
            return bounded(Document.parse(name, text));
        }
        throw new UnreadableException("is not read: documents are Markdown (.md), text (.txt) or tables (.csv)");
    }

    /** What takes minutes to index keeps every other company waiting. */
    private static Document bounded(Document document) throws UnreadableException {
        int passages = document.passages().size();
        if (passages > MOST_PASSAGES) {
            throw new UnreadableException("is not read: it has %d passages; %d are allowed. Leave out what nobody asks for".formatted(passages, MOST_PASSAGES));
        }
        long characters = document.passages().stream().mapToLong(passage -> passage.topic().length() + passage.text().length()).sum();
        if (characters > MOST_CHARACTERS) {
            throw new UnreadableException("is not read: with its headings, which belong to each passage, it has %d characters; %d are allowed. Shorten the headings"
                    .formatted(characters, MOST_CHARACTERS));
        }
        return document;
    }

    private static String text(Path folder, Path file) throws IOException, UnreadableException {
        try {
            if (!file.toRealPath().startsWith(folder)) {
                throw new UnreadableException("is not read: it is a link to a file outside of the folder; copy the file");
            }
            if (Files.size(file) > LARGEST_BYTES) {
                throw new UnreadableException("is not read: it is larger than %d bytes; split it".formatted(LARGEST_BYTES));
            }
            String text = Files.readString(file);
            if (text.indexOf('\0') >= 0) {
                throw new UnreadableException("is not read: it is no text");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new UnreadableException("is not read: it is no text in UTF-8; save it as UTF-8");
        } catch (AccessDeniedException e) {
            throw new UnreadableException("is not read: the server's user may not read it");
        } catch (NoSuchFileException e) {
            throw new UnreadableException("is not read: it is gone, or a link that leads nowhere");
        }
    }

    /** Without those that editors and systems leave behind. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file)).filter(file -> isVisible(folder.relativize(file))).sorted().toList();
        }
    }

    private static boolean isVisible(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        String name = file.getFileName().toString();
        return !name.endsWith("~") && !name.endsWith(".swp") && !name.endsWith(".tmp") && !name.endsWith(".bak");
    }
}
