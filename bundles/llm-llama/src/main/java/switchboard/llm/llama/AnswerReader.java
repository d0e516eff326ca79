package switchboard.llm.llama;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;
import java.util.UUID;
import switchboard.api.llm.GenerationEvent.ToolRequested;

/** Tells words, which are passed on as they come, from the call of a tool, which is whole only at the end. Confined to one thread. */
final class AnswerReader {

    private final StringBuilder call = new StringBuilder();
    private boolean begun;

    /** Takes the next piece; returns what is to be spoken of it, possibly nothing. */
    String pass(String piece) {
        String text = begun ? piece : piece.stripLeading();
        if (!begun && text.isEmpty()) {
            return "";
        }
        boolean isCall = begun ? !call.isEmpty() : text.startsWith("{");
        begun = true;
        if (isCall) {
            call.append(text);
            return "";
        }
        return text;
    }

    boolean isCall() {
        return !call.isEmpty();
    }

    boolean isEmpty() {
        return !begun;
    }

    /**
     * The call, if the answer is one.
     *
     * @throws JsonParseException if it was broken off; its message may quote it: do not log it
     */
    Optional<ToolRequested> end() {
        if (call.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonObject object = JsonParser.parseString(call.toString()).getAsJsonObject();
            return Optional.of(new ToolRequested(UUID.randomUUID().toString(), object.get("name").getAsString(),
                    object.getAsJsonObject("arguments").toString()));
        } catch (IllegalStateException | NullPointerException | ClassCastException e) {
            throw new JsonParseException(e);
        }
    }
}
