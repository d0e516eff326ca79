package switchboard.llm.openai;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event of a streamed answer, as far as it concerns us; every field may be missing or null.
 *
 * @param choices empty in the chunk that carries the usage
 * @param usage   what the answer cost; of any shape, since it only goes into a log
 * @param error   what went wrong in the middle of the stream
 */
record Chunk(@Nullable List<@Nullable Choice> choices, @Nullable JsonElement usage, @Nullable JsonElement error) {

    private static final Gson GSON = new Gson();

    /**
     * @param delta        what came since the last chunk
     * @param finishReason {@code stop}, {@code length}, {@code content_filter}, {@code tool_calls}
     */
    record Choice(@Nullable Delta delta, @SerializedName("finish_reason") @Nullable String finishReason) {}

    record Delta(@Nullable String content, @SerializedName("tool_calls") @Nullable List<@Nullable ToolCall> toolCalls) {}

    /**
     * A piece of a call.
     *
     * @param index which of several calls
     * @param id    in the first piece of a call
     */
    record ToolCall(@Nullable Integer index, @Nullable String id, @Nullable Function function) {

        /** In the first piece of a call; else empty. */
        String name() {
            return function == null ? "" : Objects.requireNonNullElse(function.name(), "");
        }

        /** The next piece of the text of a JSON object. Some servers send the object itself. */
        String arguments() {
            JsonElement arguments = function == null ? null : function.arguments();
            if (arguments == null || arguments.isJsonNull()) {
                return "";
            }
            return arguments.isJsonPrimitive() ? arguments.getAsString() : arguments.toString();
        }
    }

    record Function(@Nullable String name, @Nullable JsonElement arguments) {}

    /** @throws JsonParseException if it is no JSON object of this shape; the message quotes the stream: do not log it */
    static Chunk parse(String json) {
        Chunk chunk = GSON.fromJson(json, Chunk.class);
        if (chunk == null) {
            throw new JsonParseException("empty");
        }
        return chunk;
    }

    String text() {
        return choice().map(Choice::delta).map(Delta::content).orElse("");
    }

    List<ToolCall> toolCalls() {
        return choice().map(Choice::delta).map(Delta::toolCalls).map(calls -> calls.stream().filter(Objects::nonNull).toList())
                .orElse(List.of());
    }

    /** How many tokens the endpoint counted, of {@code prompt_tokens} or {@code completion_tokens}. */
    Optional<Number> tokens(String of) {
        if (usage == null || !usage.isJsonObject()) {
            return Optional.empty();
        }
        return Optional.ofNullable(usage.getAsJsonObject().get(of))
                .filter(count -> count.isJsonPrimitive() && count.getAsJsonPrimitive().isNumber()).map(JsonElement::getAsNumber);
    }

    /** Why the answer ended, if it ends here. */
    Optional<String> ending() {
        return choice().map(Choice::finishReason).filter(reason -> !reason.isEmpty());
    }

    private Optional<Choice> choice() {
        return choices == null || choices.isEmpty() ? Optional.empty() : Optional.ofNullable(choices.get(0));
    }
}
