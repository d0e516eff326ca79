package switchboard.llm.llama;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import switchboard.llama.Llama;

/** A model whose tokens are characters and whose answers are written down; keeps what it was asked. */
final class ScriptedEngine implements Engine {

    final List<Llama.Completion> asked = Collections.synchronizedList(new ArrayList<>());
    final List<String> delivered = Collections.synchronizedList(new ArrayList<>());
    private final int contextTokens;
    String[] pieces;
    Runnable beforeEach = () -> { };

    ScriptedEngine(int contextTokens, String... pieces) {
        this.contextTokens = contextTokens;
        this.pieces = pieces;
    }

    @Override
    public Llama.Shape shape() {
        return new Llama.Shape(2, contextTokens, 1, 50);
    }

    @Override
    public int[] tokens(String text) {
        return text.chars().toArray();
    }

    @Override
    public void complete(Llama.Completion completion, Predicate<String> wanted) throws IOException {
        beforeEach.run();
        asked.add(completion);
        if (completion.prompt().length + completion.maxTokens() >= contextTokens) {
            throw new AssertionError("the native library would end the JVM");
        }
        if (completion.grammar().isEmpty()) {
            wanted.test("x");
            return;
        }
        for (String piece : pieces) {
            delivered.add(piece);
            if (!wanted.test(piece)) {
                return;
            }
        }
    }

    /** The prompt of the last completion that was to be heard. */
    String prompt() {
        int[] prompt = answers().get(answers().size() - 1).prompt();
        return new String(prompt, 0, prompt.length);
    }

    List<Llama.Completion> answers() {
        return asked.stream().filter(completion -> !completion.grammar().isEmpty()).toList();
    }
}
