package switchboard.phonemes.english;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The words whose sound is known: misaki's gold and silver lists, and names that both lack. Thread-safe.
 *
 * <p>A word in lower case is also found as the only spelling of its capitalised form, and the other way round.
 */
final class Lexicon {

    private final LexiconTable gold;
    private final LexiconTable silver;
    private final Map<String, String> names;

    private Lexicon(LexiconTable gold, LexiconTable silver, Map<String, String> names) {
        this.gold = gold;
        this.silver = silver;
        this.names = names;
    }

    /**
     * Maps a compiled lexicon into memory.
     *
     * @throws IOException if it cannot be read, or is no lexicon of this version
     */
    static Lexicon open(Path compiled) throws IOException {
        try (FileChannel channel = FileChannel.open(compiled)) {
            ByteBuffer in = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            if (in.getInt() != LexiconCompiler.MAGIC) {
                throw new IOException("not a compiled lexicon of this version: " + compiled.getFileName());
            }
            return new Lexicon(new LexiconTable(in), new LexiconTable(in), readNames());
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IOException("compiled lexicon is cut short: " + compiled.getFileName(), e);
        }
    }

    boolean knows(String word) {
        return gold(word).isPresent() || silver(word).isPresent();
    }

    /** Names count as gold, so that they too are found in capitals. */
    Optional<Pronunciations> gold(String word) {
        return either(gold::find, word)
                .or(() -> Optional.ofNullable(names.get(word.toLowerCase(ROOT))))
                .map(Pronunciations::parse);
    }

    Optional<Pronunciations> silver(String word) {
        return either(silver::find, word).map(Pronunciations::parse);
    }

    private static Optional<String> either(Function<String, Optional<String>> list, String word) {
        return list.apply(word).or(() -> otherCase(word).flatMap(list));
    }

    private static Optional<String> otherCase(String word) {
        if (word.length() < 2) {
            return Optional.empty();
        }
        String lower = word.toLowerCase(ROOT);
        String capitalized = lower.substring(0, 1).toUpperCase(ROOT) + lower.substring(1);
        if (lower.equals(capitalized)) {
            return Optional.empty();
        }
        return word.equals(lower) ? Optional.of(capitalized) : Optional.of(lower).filter(other -> word.equals(capitalized));
    }

    private static Map<String, String> readNames() throws IOException {
        Map<String, String> names = new HashMap<>();
        for (String line : Resource.lines("names.tsv")) {
            String[] columns = line.split("\t");
            names.put(columns[0], columns[1]);
        }
        return Map.copyOf(names);
    }
}
