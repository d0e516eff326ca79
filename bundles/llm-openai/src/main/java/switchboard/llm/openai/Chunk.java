package switchboard.llm.openai;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event of a streamed answer, as far as it concerns us; every field may be missing or null.
 *
 * @param choices empty in the chunk that carries the usage
 * @param error   what went wrong in the middle of the stream
 */
record Chunk(@Nullable List<@Nullable Choice> choices, @Nullable JsonElement error) {

    private static final Gson GSON = new Gson();

    /**
     * @param delta        what came since the last chunk
     * @param finishReason {@code stop}, {@code length}, {@code content_filter}, {@code tool_calls}
     */
    record Choice(@Nullable Delta delta, @SerializedName("finish_reason") @Nullable String finishReason) {}

    record Delta(@Nullable String content) {}

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

    /** Why the answer ended, if it ends here. */
    Optional<String> ending() {
        return choice().map(Choice::finishReason).filter(reason -> !reason.isEmpty());
    }

    private Optional<Choice> choice() {
        return choices == null || choices.isEmpty() ? Optional.empty() : Optional.ofNullable(choices.get(0));
    }
}
