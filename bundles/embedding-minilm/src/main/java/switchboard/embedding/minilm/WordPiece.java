package switchboard.embedding.minilm;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/**
 * BERT's tokenizer: each word becomes the longest pieces that the vocabulary knows. Immutable, thread-safe.
 *
 * @see <a href="https://arxiv.org/abs/1609.08144">Wu et al., section 4.1, wordpiece model</a>
 */
final class WordPiece {

    /** What the model was trained with, both marks included; beyond 512 it would fail. */
    static final int MOST_TOKENS = 256;

    private static final String CONTINUED = "##";
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int start;
    private final int end;

    /** @param vocabulary is given away */
    WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.unknown = id("[UNK]");
        this.start = id("[CLS]");
        this.end = id("[SEP]");
    }

    /**
     * Reads the vocabulary of a tokenizer.json; its truncation and padding do not apply here.
     *
     * @throws IOException if it is no such file
     */
    static WordPiece read(Path file) throws IOException {
        return new WordPiece(vocabulary(file));
    }

    /**
     * Reads what {@link #write} has written, in a sixth of the time.
     *
     * @throws IOException if it is no such file
     */
    static WordPiece readCompiled(Path file) throws IOException {
        List<String> tokens = Files.readAllLines(file);
        Map<String, Integer> vocabulary = new HashMap<>(2 * tokens.size());
        for (String token : tokens) {
            vocabulary.put(token, vocabulary.size());
        }
        return new WordPiece(vocabulary);
    }

    /** Writes the vocabulary of a tokenizer.json as lines, each token at the line of its id. */
    static void write(Path file, Path target) throws IOException {
        Map<String, Integer> vocabulary = vocabulary(file);
        String[] tokens = new String[vocabulary.size()];
        for (Map.Entry<String, Integer> entry : vocabulary.entrySet()) {
            if (entry.getValue() < 0 || entry.getValue() >= tokens.length || entry.getKey().lines().count() != 1) {
                throw new IOException("%s: '%s' with id %d is no line of %d".formatted(
                        file.getFileName(), entry.getKey(), entry.getValue(), tokens.length));
            }
            tokens[entry.getValue()] = entry.getKey();
        }
        Files.write(target, List.of(tokens));
    }

    private static Map<String, Integer> vocabulary(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file)) {
            JsonObject entries = JsonParser.parseReader(in).getAsJsonObject().getAsJsonObject("model").getAsJsonObject("vocab");
            Map<String, Integer> vocabulary = new HashMap<>();
            for (Map.Entry<String, JsonElement> entry : entries.entrySet()) {
                vocabulary.put(entry.getKey(), entry.getValue().getAsInt());
            }
            return vocabulary;
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            throw new IOException("%s holds no WordPiece vocabulary".formatted(file.getFileName()), e);
        }
    }

    /** The ids of a text's tokens between the marks of start and end, {@value #MOST_TOKENS} at most. */
    long[] tokens(String text) {
        List<Integer> ids = new ArrayList<>();
        ids.add(start);
        for (String word : BertWords.of(text)) {
            if (ids.size() >= MOST_TOKENS - 1) {
                break;
            }
            ids.addAll(pieces(word));
        }
        LongStream kept = ids.stream().limit(MOST_TOKENS - 1).mapToLong(Integer::longValue);
        return LongStream.concat(kept, LongStream.of(end)).toArray();
    }

    private List<Integer> pieces(String word) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            return List.of(unknown);
        }
        List<Integer> pieces = new ArrayList<>();
        int from = 0;
        while (from < word.length()) {
            OptionalInt to = endOfLongest(word, from);
            if (to.isEmpty()) {
                return List.of(unknown);
            }
            pieces.add(vocabulary.get(piece(word, from, to.getAsInt())));
            from = to.getAsInt();
        }
        return pieces;
    }

    private OptionalInt endOfLongest(String word, int from) {
        for (int to = word.length(); to > from; to--) {
            if (vocabulary.containsKey(piece(word, from, to))) {
                return OptionalInt.of(to);
            }
        }
        return OptionalInt.empty();
    }

    private static String piece(String word, int from, int to) {
        return (from == 0 ? "" : CONTINUED) + word.substring(from, to);
    }

    private int id(String token) {
        Integer id = vocabulary.get(token);
        if (id == null) {
            throw new IllegalStateException("the vocabulary lacks " + token);
        }
        return id;
    }
}
