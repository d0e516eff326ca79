package switchboard.model.store.whisper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tokens of a vocabulary.txt as bytes. */
final class Vocabulary {

    /** What every published file holds: all before {@code <|endoftext|>} if multilingual, including it if English only. */
    private static final int TOKENS = 50_257;

    private Vocabulary() {
    }

    static List<byte[]> read(Path file) throws IOException {
        // Only '\n' ends a token: other line breaks are tokens, and an empty line is one too.
        String[] words = Files.readString(file, StandardCharsets.UTF_8).split("\n", -1);
        int end = Arrays.asList(words).indexOf("<|endoftext|>");
        if (end != TOKENS && end != TOKENS - 1) {
            throw new IOException("%s has <|endoftext|> at %d, expected %d or %d".formatted(file.getFileName(), end, TOKENS - 1, TOKENS));
        }
        Map<Character, Byte> alphabet = alphabet();
        List<byte[]> tokens = new ArrayList<>(TOKENS);
        for (String word : Arrays.copyOf(words, TOKENS)) {
            tokens.add(bytes(word, alphabet));
        }
        return tokens;
    }

    private static byte[] bytes(String word, Map<Character, Byte> alphabet) throws IOException {
        byte[] bytes = new byte[word.length()];
        for (int i = 0; i < bytes.length; i++) {
            Byte value = alphabet.get(word.charAt(i));
            if (value == null) {
                throw new IOException("no byte for character U+%04X of a token".formatted((int) word.charAt(i)));
            }
            bytes[i] = value;
        }
        return bytes;
    }

    /** GPT-2's bytes_to_unicode, reversed: printable bytes are themselves, the others follow from U+0100 on. */
    private static Map<Character, Byte> alphabet() {
        Map<Character, Byte> alphabet = new HashMap<>();
        char next = 0x100;
        for (int value = 0; value < 256; value++) {
            boolean printable = value >= 33 && value <= 126 || value >= 161 && value <= 172 || value >= 174;
            alphabet.put(printable ? (char) value : next++, (byte) value);
        }
        return alphabet;
    }
}
