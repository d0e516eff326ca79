package switchboard.llm.openai;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Puts the pieces of {@code delta.tool_calls} together: id and name come once, the arguments in pieces, and the pieces of
 * several calls may alternate. Confined to one thread at a time.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/chat-streaming">Chat completion chunk, choices.delta.tool_calls</a>
 */
final class ToolCalls {

    private static final class Call {

        private final int index;
        private String id = "";
        private String name = "";
        private final StringBuilder arguments = new StringBuilder();

        Call(int index) {
            this.index = index;
        }

        void add(Chunk.ToolCall piece) {
            id = id.isEmpty() ? Objects.requireNonNullElse(piece.id(), "") : id;
            name = name.isEmpty() ? piece.name() : name;
            arguments.append(piece.arguments());
        }
    }

    private final List<Call> calls = new ArrayList<>();

    boolean isEmpty() {
        return calls.isEmpty();
    }

    void add(Chunk.ToolCall piece) {
        call(piece).add(piece);
    }

    /** By index. */
    List<Wish> wishes() {
        return calls.stream().sorted(Comparator.comparingInt(call -> call.index))
                .map(call -> new Wish(call.id, call.name, call.arguments.toString())).toList();
    }

    /** Where a piece belongs. Servers that send whole calls may leave the index out, or call each of them 0. */
    private Call call(Chunk.ToolCall piece) {
        int last = calls.isEmpty() ? 0 : calls.get(calls.size() - 1).index;
        int index = Objects.requireNonNullElse(piece.index(), last);
        for (int i = calls.size() - 1; i >= 0; i--) {
            if (calls.get(i).index == index && !beginsAnother(piece, calls.get(i))) {
                return calls.get(i);
            }
        }
        Call begun = new Call(index);
        calls.add(begun);
        return begun;
    }

    /** A new id alone does not tell: some servers invent one for each piece. */
    private static boolean beginsAnother(Chunk.ToolCall piece, Call call) {
        boolean another = piece.index() == null || !Objects.requireNonNullElse(piece.id(), call.id).equals(call.id);
        return another && !piece.name().isEmpty() && !call.name.isEmpty();
    }
}
