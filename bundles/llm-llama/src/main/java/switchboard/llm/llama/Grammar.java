package switchboard.llm.llama;

import java.util.ArrayList;
import java.util.List;
import switchboard.api.tool.ToolDescription;

/**
 * What an answer may look like, in llama.cpp's GBNF: words that can be said aloud, or one call of a tool that was offered with
 * arguments of its schema, so that a call always parses. It gives form, not truth: the assistant checks the arguments again.
 *
 * @see <a href="https://github.com/ggml-org/llama.cpp/blob/master/grammars/README.md">GBNF</a>
 */
final class Grammar {

    /** No braces, brackets of tags, Markdown, or new lines: none of them can be said. */
    private static final String WORDS = "words ::= [^{}<>\\[\\]`*#|\\\\\\n\\r\\t ] [^{}<>\\[\\]`*#|\\\\\\n\\r\\t]*\n";

    private Grammar() {
    }

    /** @throws IllegalArgumentException if the schema of a tool is malformed; the message names the tool */
    static String of(List<ToolDescription> tools) {
        if (tools.isEmpty()) {
            return "root ::= words\n" + WORDS;
        }
        List<String> calls = new ArrayList<>();
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < tools.size(); i++) {
            calls.add("call" + i);
            rules.append("call").append(i).append(" ::= ").append(SchemaRule.literal("{\"name\": \"" + tools.get(i).name() + "\", \"arguments\": "))
                    .append(' ').append(arguments(tools.get(i))).append(" \"}\"\n");
        }
        return "root ::= words | " + String.join(" | ", calls) + "\n" + WORDS + rules;
    }

    private static String arguments(ToolDescription tool) {
        try {
            return SchemaRule.of(tool.parameters());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("the parameters of the tool " + tool.name() + " are no usable schema: " + e.getMessage(), e);
        }
    }
}
