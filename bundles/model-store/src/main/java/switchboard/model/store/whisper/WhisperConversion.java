package switchboard.model.store.whisper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Rewrites Whisper from CTranslate2's format (faster-whisper) to ggml's (whisper.cpp), quantised to q8_0.
 *
 * <pre>
 * model.bin      -> {@link Ct2Model} -> {@link GgmlTensors} --+
 * vocabulary.txt -> {@link Vocabulary} -----------------------+--> ggml file
 * {@link MelFilters} -----------------------------------------+
 * </pre>
 */
public final class WhisperConversion {

    private static final int MAGIC = 0x67676d6c;
    /** Mostly q8_0 (7), quantisation version 2 in the thousands. */
    private static final int FILE_TYPE = 2007;

    private WhisperConversion() {
    }

    /**
     * Takes a second or two for base, and hardly any heap.
     *
     * @throws IOException if the input is not what faster-whisper publishes, or the target cannot be written
     */
    public static void convert(Path model, Path vocabulary, Path target) throws IOException {
        Ct2Model source = Ct2Model.read(model);
        List<byte[]> tokens = Vocabulary.read(vocabulary);
        List<GgmlTensors.Named> tensors = GgmlTensors.of(source);
        try (LittleEndianOutput out = new LittleEndianOutput(target)) {
            int mels = writeHeader(source, out);
            writeFilters(mels, out);
            writeTokens(tokens, out);
            for (GgmlTensors.Named tensor : tensors) {
                write(tensor, out);
            }
        }
    }

    /** Returns the number of mel filters. */
    private static int writeHeader(Ct2Model model, LittleEndianOutput out) throws IOException {
        List<Integer> embeddings = model.tensor("decoder/embeddings/weight").shape();
        List<Integer> conv1 = model.tensor("encoder/conv1/weight").shape();
        int mels = conv1.get(1);
        out.putInt(MAGIC);
        out.putInt(embeddings.get(0));
        out.putInt(model.tensor("encoder/position_encodings/encodings").rows());
        out.putInt(conv1.get(0));
        out.putInt(model.number("encoder/num_heads"));
        out.putInt(GgmlTensors.layers(model, "encoder"));
        out.putInt(model.tensor("decoder/position_encodings/encodings").rows());
        out.putInt(embeddings.get(1));
        out.putInt(model.number("decoder/num_heads"));
        out.putInt(GgmlTensors.layers(model, "decoder"));
        out.putInt(mels);
        out.putInt(FILE_TYPE);
        return mels;
    }

    private static void writeFilters(int mels, LittleEndianOutput out) throws IOException {
        out.putInt(mels);
        out.putInt(MelFilters.BINS);
        for (float[] filter : MelFilters.of(mels)) {
            for (float weight : filter) {
                out.putFloat(weight);
            }
        }
    }

    private static void writeTokens(List<byte[]> tokens, LittleEndianOutput out) throws IOException {
        out.putInt(tokens.size());
        for (byte[] token : tokens) {
            out.putInt(token.length);
            out.put(token);
        }
    }

    private static void write(GgmlTensors.Named named, LittleEndianOutput out) throws IOException {
        byte[] name = named.name().getBytes(StandardCharsets.US_ASCII);
        List<Integer> shape = named.tensor().shape();
        out.putInt(shape.size());
        out.putInt(name.length);
        out.putInt(named.encoding().code());
        for (int i = shape.size() - 1; i >= 0; i--) {
            out.putInt(shape.get(i));
        }
        out.put(name);
        named.encoding().write(named.tensor(), out);
    }
}
