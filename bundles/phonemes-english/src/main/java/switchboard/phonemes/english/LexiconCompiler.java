package switchboard.phonemes.english;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Turns misaki's two JSON files into one file that can be searched where it lies, because parsing them takes seconds and
 * two hundred megabytes.
 *
 * <p>Format, big endian: {@link #MAGIC}; then for gold and for silver the number of entries [i32] and the length of their
 * records [i32], the offset of each record from the first one [i32], and the records, sorted by the bytes of their keys. A
 * record is its key and its value, each a length [u16] and UTF-8. Values are explained in {@link Pronunciations}.
 */
final class LexiconCompiler {

    /** Changes with the format, and so does the key of the derived file. */
    static final int MAGIC = 0x53574C01;

    private LexiconCompiler() {
    }

    static void compile(Path gold, Path silver, Path target) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
            out.writeInt(MAGIC);
            write(read(gold), out);
            write(read(silver), out);
        }
    }

    private static void write(TreeMap<byte[], byte[]> entries, DataOutputStream out) throws IOException {
        out.writeInt(entries.size());
        out.writeInt(entries.entrySet().stream().mapToInt(LexiconCompiler::length).sum());
        int offset = 0;
        for (Map.Entry<byte[], byte[]> entry : entries.entrySet()) {
            out.writeInt(offset);
            offset += length(entry);
        }
        for (Map.Entry<byte[], byte[]> entry : entries.entrySet()) {
            write(entry.getKey(), out);
            write(entry.getValue(), out);
        }
    }

    private static int length(Map.Entry<byte[], byte[]> entry) {
        return Short.BYTES + entry.getKey().length + Short.BYTES + entry.getValue().length;
    }

    private static void write(byte[] text, DataOutputStream out) throws IOException {
        if (text.length > 0xFFFF) {
            throw new IOException("lexicon entry of " + text.length + " bytes");
        }
        out.writeShort(text.length);
        out.write(text);
    }

    private static TreeMap<byte[], byte[]> read(Path json) throws IOException {
        TreeMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
        try (JsonReader in = new JsonReader(Files.newBufferedReader(json))) {
            in.beginObject();
            while (in.hasNext()) {
                byte[] key = in.nextName().getBytes(UTF_8);
                String value = in.peek() == JsonToken.BEGIN_OBJECT ? readVariants(in) : in.nextString();
                entries.put(key, value.getBytes(UTF_8));
            }
            in.endObject();
        } catch (IllegalStateException e) {
            throw new IOException("not a lexicon: " + json.getFileName(), e);
        }
        return entries;
    }

    private static String readVariants(JsonReader in) throws IOException {
        StringJoiner variants = new StringJoiner(Pronunciations.NEXT);
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            variants.add(name + Pronunciations.IS + readOptional(in));
        }
        in.endObject();
        return variants.toString();
    }

    private static String readOptional(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
            in.nextNull();
            return "";
        }
        return in.nextString();
    }
}
