package switchboard.llama;

import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.RawCompletion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One GGUF model in this process, with slots that each remember the tokens that they read last. Thread-safe; a slot is used by
 * one thread at a time, and slots work side by side.
 *
 * <p><b>Memory.</b> The library's own {@code close} frees nothing and leaves its thread behind, so a model is never closed: who
 * opens the same file again gets the same model, and the process ends with it. The weights are mapped, and shared with the
 * system's file cache.
 *
 * <p>The native code trusts its input: malformed JSON and a prompt longer than a slot are the end of the JVM. Prompts are
 * therefore tokens, counted here, and the only text is a grammar.
 */
public final class Llama {

    /** Guarded by itself. */
    private static final Map<Path, Llama> OPENED = new HashMap<>();

    private final LlamaModel model;
    private final Shape shape;

    private Llama(LlamaModel model, Shape shape) {
        this.model = model;
        this.shape = shape;
    }

    /**
     * How a model is opened.
     *
     * @param slots         conversations that are remembered, and may be answered, at the same time
     * @param contextTokens of each slot: prompt and answer together
     * @param threads       that compute
     * @param batchTokens   read in one go; between two of them other slots have their turn
     */
    public record Shape(int slots, int contextTokens, int threads, int batchTokens) {}

    /**
     * One completion.
     *
     * @param slot        in [0, slots)
     * @param prompt      tokens; what the slot remembers of their beginning is not computed again
     * @param grammar     GBNF that the answer keeps to; empty for none. One that is malformed binds nothing
     * @param maxTokens   the longest answer; positive
     * @param temperature 0 for the likeliest answer
     */
    public record Completion(int slot, int[] prompt, String grammar, int maxTokens, double temperature) {}

    /**
     * The model of a verified file; loads it unless it has been opened before, then in the shape of that time.
     *
     * @throws IOException if the library or the model cannot be loaded
     */
    public static Llama open(Path gguf, Shape shape) throws IOException {
        synchronized (OPENED) {
            Llama opened = OPENED.get(gguf.toAbsolutePath());
            if (opened == null) {
                opened = load(gguf, shape);
                OPENED.put(gguf.toAbsolutePath(), opened);
            }
            return opened;
        }
    }

    public Shape shape() {
        return shape;
    }

    /** The tokens of a text; control tokens such as {@code <|im_end|>} are recognised in it, so clean what others have said. */
    public int[] tokens(String text) {
        return model.encode(text);
    }

    /**
     * Completes a prompt; returns when the answer is complete or not wanted any more.
     *
     * @param wanted takes each piece of text, possibly empty, and says whether more is wanted
     * @throws IllegalArgumentException if prompt and answer do not fit into a slot
     * @throws IOException              if the library failed
     */
    public void complete(Completion completion, Predicate<String> wanted) throws IOException {
        require(completion);
        try (RawCompletion running = RawCompletion.start(model, json(completion))) {
            boolean more = true;
            while (more && !running.over()) {
                more = wanted.test(running.next());
            }
        }
    }

    private void require(Completion completion) {
        int tokens = completion.prompt().length + completion.maxTokens();
        if (completion.prompt().length == 0 || completion.maxTokens() < 1 || tokens >= shape.contextTokens()) {
            throw new IllegalArgumentException("expected a prompt, and fewer than %d tokens with its answer, got %d and %d"
                    .formatted(shape.contextTokens(), completion.prompt().length, completion.maxTokens()));
        }
        if (completion.slot() < 0 || completion.slot() >= shape.slots()) {
            throw new IllegalArgumentException("expected a slot below %d, got %d".formatted(shape.slots(), completion.slot()));
        }
    }

    private static String json(Completion completion) {
        StringBuilder json = new StringBuilder("{\"stream\":true,\"cache_prompt\":true,\"id_slot\":").append(completion.slot())
                .append(",\"n_predict\":").append(completion.maxTokens())
                .append(",\"temperature\":").append(completion.temperature());
        if (!completion.grammar().isEmpty()) {
            json.append(",\"grammar\":").append(quoted(completion.grammar()));
        }
        json.append(",\"prompt\":[");
        for (int i = 0; i < completion.prompt().length; i++) {
            json.append(i == 0 ? "" : ",").append(completion.prompt()[i]);
        }
        return json.append("]}").toString();
    }

    /** RFC 8259, section 7; everything beyond ASCII escaped, so that nothing depends on an encoding. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static Llama load(Path gguf, Shape shape) throws IOException {
        Library.prepare();
        ModelParameters parameters = new ModelParameters().setModel(gguf.toString())
                .setCtxSize(shape.slots() * shape.contextTokens()).setParallel(shape.slots())
                .setThreads(shape.threads()).setThreadsBatch(shape.threads())
                .setBatchSize(shape.batchTokens()).setUbatchSize(shape.batchTokens())
                .disableContextShift().skipWarmup().disableLog();
        try {
            return new Llama(new LlamaModel(parameters), shape);
        } catch (RuntimeException | LinkageError e) {
            throw new IOException("%s could not be loaded: %s".formatted(gguf.getFileName(), e.getMessage()), e);
        }
    }
}
