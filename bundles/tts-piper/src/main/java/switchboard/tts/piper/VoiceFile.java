package switchboard.tts.piper;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the file beside a Piper voice says: how it sounds, and the number of each symbol that it reads.
 *
 * @param sampleRateHz of what it says
 * @param noise        how much the sound varies
 * @param pace         how long its phonemes last; 1 is usual
 * @param rhythm       how much their length varies
 * @param numbers      by Unicode code point; each within the graph's table
 */
record VoiceFile(int sampleRateHz, float noise, float pace, float rhythm, Map<Integer, Long> numbers) {

    /** The voice in the model store: its graph, and this description. */
    static final String MODEL = "piper-joe";
    static final String WEIGHTS = "en_US-joe-medium.onnx";
    static final String DESCRIPTION = WEIGHTS + ".json";

    private static final int PAD = '_';
    private static final int START = '^';
    private static final int END = '$';

    VoiceFile {
        numbers = Map.copyOf(numbers);
    }

    /** @throws IOException if it cannot be read, or is no voice of one speaker */
    static VoiceFile read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return of(JsonParser.parseReader(reader).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException | NullPointerException | IllegalArgumentException e) {
            throw new IOException("%s is not the description of a Piper voice: %s".formatted(file.getFileName(), e.getMessage()), e);
        }
    }

    private static VoiceFile of(JsonObject voice) {
        require(voice.get("num_speakers").getAsInt() == 1, "it has several speakers");
        long symbols = voice.get("num_symbols").getAsLong();
        JsonObject inference = voice.getAsJsonObject("inference");
        return new VoiceFile(voice.getAsJsonObject("audio").get("sample_rate").getAsInt(),
                inference.get("noise_scale").getAsFloat(), inference.get("length_scale").getAsFloat(), inference.get("noise_w").getAsFloat(),
                numbers(voice.getAsJsonObject("phoneme_id_map"), symbols));
    }

    private static Map<Integer, Long> numbers(JsonObject map, long symbols) {
        Map<Integer, Long> numbers = new HashMap<>();
        for (Map.Entry<String, JsonElement> entry : map.entrySet()) {
            long number = entry.getValue().getAsJsonArray().get(0).getAsLong();
            require(number >= 0 && number < symbols, "'%s' is %d of %d".formatted(entry.getKey(), number, symbols));
            numbers.put(entry.getKey().codePointAt(0), number);
        }
        for (int needed : new int[] {PAD, START, END}) {
            require(numbers.containsKey(needed), "there is no '%c'".formatted(needed));
        }
        return numbers;
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** What the voice can say of it. */
    String known(String ipa) {
        return ipa.codePoints().filter(this::sayable)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /**
     * What the graph reads: a beginning, the symbols, an end, and padding between any two, as in training.
     *
     * @param known of {@link #known}
     * @see <a href="https://github.com/rhasspy/piper-phonemize/blob/master/src/phoneme_ids.cpp">phonemes_to_ids</a>
     */
    long[] numbersOf(String known) {
        int[] symbols = known.codePoints().toArray();
        long[] framed = new long[2 * symbols.length + 3];
        framed[0] = numbers.get(START);
        framed[1] = numbers.get(PAD);
        for (int i = 0; i < symbols.length; i++) {
            framed[2 * i + 2] = numbers.get(symbols[i]);
            framed[2 * i + 3] = numbers.get(PAD);
        }
        framed[framed.length - 1] = numbers.get(END);
        return framed;
    }

    private boolean sayable(int symbol) {
        return symbol != PAD && symbol != START && symbol != END && numbers.containsKey(symbol);
    }
}
