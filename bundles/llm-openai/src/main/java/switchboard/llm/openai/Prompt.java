package switchboard.llm.openai;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Message;

/**
 * Writes a request down as an endpoint reads it.
 *
 * <p>Endpoints cache a prompt from its start, so whatever changes from turn to turn stands last: the passages and the date go
 * with the caller's last words. They are not a second system message, which the templates of several models refuse; those
 * also want user and assistant to take turns, the user first.
 */
final class Prompt {

    private static final String CALL_BEGINS = "(The call begins.)";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    private final JsonArray messages = new JsonArray();
    private String role = "";

    private Prompt() {
    }

    /** The body of the request, as JSON. */
    static String of(ChatRequest request, LocalDate today) {
        JsonObject body = new JsonObject();
        request.settings().model().ifPresent(model -> body.addProperty("model", model));
        body.addProperty("stream", true);
        body.addProperty("temperature", request.settings().temperature());
        body.addProperty("max_tokens", request.settings().maxTokens());
        body.add("messages", messages(request, today));
        return body.toString();
    }

    private static JsonArray messages(ChatRequest request, LocalDate today) {
        Prompt prompt = new Prompt();
        prompt.add("system", request.instructions());
        List<Message> before = request.conversation().subList(0, request.conversation().size() - 1);
        before.forEach(message -> prompt.add(message instanceof Message.User ? "user" : "assistant", message.text()));
        prompt.add("user", lastTurn(request, today));
        return prompt.messages;
    }

    private static String lastTurn(ChatRequest request, LocalDate today) {
        StringBuilder turn = new StringBuilder();
        if (!request.knowledge().isEmpty()) {
            turn.append("What the company has written down:\n");
            for (Passage passage : request.knowledge()) {
                turn.append("- ").append(passage.text().strip()).append('\n');
            }
            turn.append('\n');
        }
        return turn.append("Today is ").append(DAY.format(today)).append(".\n\nThe caller says: ").append(request.question()).toString();
    }

    private void add(String speaker, String text) {
        if (text.isBlank()) {
            return;     // Nothing of it was heard, and some endpoints refuse empty messages.
        }
        if (speaker.equals("assistant") && !role.equals("user") && !role.equals("assistant")) {
            append("user", CALL_BEGINS);
        }
        if (speaker.equals(role)) {
            JsonObject last = messages.get(messages.size() - 1).getAsJsonObject();
            last.addProperty("content", last.get("content").getAsString() + "\n" + text);
        } else {
            append(speaker, text);
        }
    }

    private void append(String speaker, String text) {
        JsonObject message = new JsonObject();
        message.addProperty("role", speaker);
        message.addProperty("content", text);
        messages.add(message);
        role = speaker;
    }
}
