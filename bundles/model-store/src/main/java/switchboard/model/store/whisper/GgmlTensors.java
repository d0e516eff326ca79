package switchboard.model.store.whisper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of a CTranslate2 model under their names in ggml, in the order of OpenAI's checkpoints. That order does not
 * matter to whisper.cpp, only to the checksum.
 */
final class GgmlTensors {

    /** A tensor as it is to be written. */
    record Named(String name, Tensor tensor, Encoding encoding) {}

    private final List<Named> tensors = new ArrayList<>();
    private final Ct2Model model;
    private final int width;

    private GgmlTensors(Ct2Model model) throws IOException {
        this.model = model;
        this.width = model.tensor("encoder/conv1/weight").rows();
    }

    static List<Named> of(Ct2Model model) throws IOException {
        GgmlTensors all = new GgmlTensors(model);
        all.collect();
        return all.tensors;
    }

    /** How many layers the {@code encoder} or {@code decoder} has. */
    static int layers(Ct2Model model, String side) {
        int layers = 0;
        while (model.has("%s/layer_%d/ffn/linear_0/weight".formatted(side, layers))) {
            layers++;
        }
        return layers;
    }

    private void collect() throws IOException {
        add("decoder.positional_embedding", model.tensor("decoder/position_encodings/encodings"), Encoding.F32);
        add("encoder.positional_embedding", model.tensor("encoder/position_encodings/encodings"), Encoding.F32);
        add("decoder.token_embedding.weight", model.tensor("decoder/embeddings/weight"), Encoding.Q8_0);
        for (int i = 0; i < layers(model, "decoder"); i++) {
            block("decoder/layer_" + i, "decoder.blocks." + i);
            crossAttention("decoder/layer_%d/attention".formatted(i), "decoder.blocks." + i);
        }
        norm("decoder/layer_norm", "decoder.ln");
        for (String conv : List.of("conv1", "conv2")) {
            add("encoder.%s.weight".formatted(conv), model.tensor("encoder/%s/weight".formatted(conv)), Encoding.F16);
            add("encoder.%s.bias".formatted(conv), model.tensor("encoder/%s/bias".formatted(conv)).asColumn(), Encoding.F32);
        }
        for (int i = 0; i < layers(model, "encoder"); i++) {
            block("encoder/layer_" + i, "encoder.blocks." + i);
        }
        norm("encoder/layer_norm", "encoder.ln_post");
    }

    private void block(String from, String to) throws IOException {
        norm(from + "/ffn/layer_norm", to + ".mlp_ln");
        linear(from + "/ffn/linear_0", to + ".mlp.0");
        linear(from + "/ffn/linear_1", to + ".mlp.2");
        String attention = from + "/self_attention";
        norm(attention + "/layer_norm", to + ".attn_ln");
        part(attention + "/linear_0", 0, to + ".attn.query");
        key(attention + "/linear_0", 1, to + ".attn.key");
        part(attention + "/linear_0", 2, to + ".attn.value");
        linear(attention + "/linear_1", to + ".attn.out");
    }

    private void crossAttention(String from, String to) throws IOException {
        norm(from + "/layer_norm", to + ".cross_attn_ln");
        part(from + "/linear_0", 0, to + ".cross_attn.query");
        key(from + "/linear_1", 0, to + ".cross_attn.key");
        part(from + "/linear_1", 1, to + ".cross_attn.value");
        linear(from + "/linear_2", to + ".cross_attn.out");
    }

    private void norm(String from, String to) throws IOException {
        add(to + ".weight", model.tensor(from + "/gamma"), Encoding.F32);
        add(to + ".bias", model.tensor(from + "/beta"), Encoding.F32);
    }

    private void linear(String from, String to) throws IOException {
        add(to + ".weight", model.tensor(from + "/weight"), Encoding.Q8_0);
        add(to + ".bias", model.tensor(from + "/bias"), Encoding.F32);
    }

    /** CTranslate2 stacks query, key and value in one matrix. */
    private void part(String from, int index, String to) throws IOException {
        add(to + ".weight", stacked(from + "/weight", index), Encoding.Q8_0);
        add(to + ".bias", stacked(from + "/bias", index), Encoding.F32);
    }

    /** Whisper's keys have no bias; one that is not zero would be lost. */
    private void key(String from, int index, String to) throws IOException {
        if (!stacked(from + "/bias", index).isZero()) {
            throw new IOException(from + " has a bias for its key, which ggml cannot store");
        }
        add(to + ".weight", stacked(from + "/weight", index), Encoding.Q8_0);
    }

    private Tensor stacked(String name, int index) throws IOException {
        return model.tensor(name).rows(index * width, (index + 1) * width);
    }

    private void add(String name, Tensor tensor, Encoding encoding) {
        tensors.add(new Named(name, tensor, encoding));
    }
}
