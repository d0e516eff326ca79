package switchboard.stt.moonshine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the tokens stand for. Immutable, thread-safe.
 *
 * <p>The file holds the tokens in the order of their ids; each is a length (one byte below 128, else two: the first less 128, plus 128
 * times the second), then that many bytes. A token may be a part of a UTF-8 character.
 */
final class Vocabulary {

    /** Start, end and unknown have no text. */
    private static final int SPECIAL = 3;
    /** Stands for a space, as in SentencePiece. */
    private static final char SPACE = '\u2581';

    private final List<byte[]> tokens;

    private Vocabulary(List<byte[]> tokens) {
        this.tokens = tokens;
    }

    /** @throws IOException if the file ends within a token */
    static Vocabulary read(Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
        List<byte[]> tokens = new ArrayList<>();
        try {
            while (in.hasRemaining()) {
                byte[] token = new byte[length(in)];
                in.get(token);
                tokens.add(token);
            }
        } catch (BufferUnderflowException e) {
            throw new IOException("the vocabulary ends within token %d".formatted(tokens.size()), e);
        }
        return new Vocabulary(List.copyOf(tokens));
    }

    int size() {
        return tokens.size();
    }

    /** The text of the tokens, trimmed. */
    String text(int[] ids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int id : ids) {
            if (id >= SPECIAL) {
                bytes.writeBytes(tokens.get(id));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(SPACE, ' ').strip();
    }

    /** Without the punctuation at the end, which is another when the speech goes on. */
    int[] withoutLastMarks(int[] ids) {
        int length = ids.length;
        while (length > 0 && isMark(ids[length - 1])) {
            length--;
        }
        return Arrays.copyOf(ids, length);
    }

    private boolean isMark(int id) {
        return new String(tokens.get(id), StandardCharsets.UTF_8).codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static int length(ByteBuffer in) {
        int low = Byte.toUnsignedInt(in.get());
        return low < 128 ? low : low - 128 + 128 * Byte.toUnsignedInt(in.get());
    }
}
