package switchboard.llm.openai;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import switchboard.api.llm.Message;

/**
 * A conversation in the shape that endpoints want: user and assistant take turns, the user first; what the assistant asks for
 * in a row is one message, and each use of a tool has its output, or the request would be refused.
 */
final class Transcript {

    private static final String CALL_BEGINS = "(The call begins.)";

    private final JsonArray messages = new JsonArray();
    private final Set<String> answered;
    private String role = "";

    /** @param conversation all that will be added; a use of a tool without output in it is left out, and the reverse */
    Transcript(List<Message> conversation) {
        answered = new HashSet<>(of(conversation, Message.ToolUse.class).map(Message.ToolUse::id).collect(Collectors.toSet()));
        answered.retainAll(of(conversation, Message.ToolOutput.class).map(Message.ToolOutput::id).collect(Collectors.toSet()));
    }

    JsonArray messages() {
        return messages;
    }

    void instruct(String instructions) {
        say("system", instructions);
    }

    void add(Message message) {
        if (message instanceof Message.ToolUse use) {
            use(use);
        } else if (message instanceof Message.ToolOutput output) {
            put(output);
        } else {
            say(message instanceof Message.User ? "user" : "assistant", message.text());
        }
    }

    private void use(Message.ToolUse use) {
        if (!answered.contains(use.id())) {
            return;
        }
        JsonObject message = role.equals("assistant") ? last() : append("assistant");
        if (!message.has("tool_calls")) {
            message.add("tool_calls", new JsonArray());
        }
        JsonObject function = new JsonObject();
        function.addProperty("name", use.name());
        function.addProperty("arguments", use.arguments());
        JsonObject call = new JsonObject();
        call.addProperty("id", use.id());
        call.addProperty("type", "function");
        call.add("function", function);
        message.getAsJsonArray("tool_calls").add(call);
    }

    private void put(Message.ToolOutput output) {
        if (answered.contains(output.id())) {
            JsonObject message = append("tool");
            message.addProperty("tool_call_id", output.id());
            message.addProperty("content", output.text());
        }
    }

    private void say(String speaker, String text) {
        if (text.isBlank()) {
            return;     // Nothing of it was heard, and some endpoints refuse empty messages.
        }
        JsonObject message = speaker.equals(role) ? last() : append(speaker);
        String before = message.get("content").isJsonNull() ? "" : message.get("content").getAsString() + "\n";
        message.addProperty("content", before + text);
    }

    private JsonObject append(String speaker) {
        if (speaker.equals("assistant") && (role.isEmpty() || role.equals("system"))) {
            say("user", CALL_BEGINS);
        }
        JsonObject message = new JsonObject();
        message.addProperty("role", speaker);
        message.add("content", JsonNull.INSTANCE);
        messages.add(message);
        role = speaker;
        return message;
    }

    private JsonObject last() {
        return messages.get(messages.size() - 1).getAsJsonObject();
    }

    private static <M extends Message> Stream<M> of(List<Message> conversation, Class<M> kind) {
        return conversation.stream().filter(kind::isInstance).map(kind::cast);
    }
}
