package switchboard.llm.openai;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Message;
import switchboard.api.tool.ToolDescription;

/**
 * Writes a request down as an endpoint reads it. Thread-safe.
 *
 * <p>Endpoints cache a prompt from its start, so whatever changes from turn to turn stands last: the passages and the date go
 * with the caller's last words. They are not a second system message, which the templates of several models refuse.
 */
final class Prompt {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    /** The right one is among them for nine of ten questions; each more costs tokens in every turn. */
    private static final int PASSAGES = 6;

    private final ChatRequest request;
    private final JsonArray tools;
    private final JsonArray messages;

    private Prompt(ChatRequest request, JsonArray tools, JsonArray messages) {
        this.request = request;
        this.tools = tools;
        this.messages = messages;
    }

    /** @throws Refusal if the parameters of a tool are no JSON object */
    static Prompt of(ChatRequest request) throws Refusal {
        return new Prompt(request, tools(request.tools()), messages(request));
    }

    /** The body of the request, as JSON. */
    String json(TokenLimit limit) {
        JsonObject body = new JsonObject();
        request.settings().model().ifPresent(model -> body.addProperty("model", model));
        body.addProperty("stream", true);
        JsonObject options = new JsonObject();
        options.addProperty("include_usage", true);
        body.add("stream_options", options);
        body.addProperty("temperature", request.settings().temperature());
        body.addProperty(limit.parameter(), request.settings().maxTokens());
        if (!tools.isEmpty()) {
            body.add("tools", tools);   // Several servers refuse an empty list.
        }
        body.add("messages", messages);
        return body.toString();
    }

    private static JsonArray tools(List<ToolDescription> offered) throws Refusal {
        JsonArray tools = new JsonArray();
        for (ToolDescription tool : offered) {
            JsonObject function = new JsonObject();
            function.addProperty("name", tool.name());
            function.addProperty("description", tool.description());
            function.add("parameters", parameters(tool));
            JsonObject entry = new JsonObject();
            entry.addProperty("type", "function");
            entry.add("function", function);
            tools.add(entry);
        }
        return tools;
    }

    private static JsonObject parameters(ToolDescription tool) throws Refusal {
        try {
            return ToolOutline.of(StrictJson.object(tool.parameters()));
        } catch (JsonParseException e) {
            throw new Refusal("the parameters of the tool " + tool.name() + " are no JSON object: correct the tool");
        }
    }

    private static JsonArray messages(ChatRequest request) {
        List<Message> conversation = request.conversation();
        int question = conversation.size() - 1;
        while (!(conversation.get(question) instanceof Message.User)) {
            question--;
        }
        Transcript transcript = new Transcript(conversation);
        transcript.instruct(request.instructions());
        if (!request.earlier().isEmpty()) {
            transcript.add(new Message.User("(Earlier in this call. " + request.earlier() + ")"));
        }
        for (int i = 0; i < conversation.size(); i++) {
            transcript.add(i == question ? new Message.User(lastTurn(request)) : conversation.get(i));
        }
        return transcript.messages();
    }

    private static String lastTurn(ChatRequest request) {
        StringBuilder turn = new StringBuilder();
        if (!request.knowledge().isEmpty()) {
            turn.append("What the company has written down:\n");
            for (Passage passage : request.knowledge().subList(0, Math.min(PASSAGES, request.knowledge().size()))) {
                turn.append("- ").append(passage.inContext().strip()).append('\n');
            }
            turn.append('\n');
        }
        return turn.append("Today is ").append(DAY.format(request.now()))
                .append(".\n\nThe caller says: ").append(request.question()).toString();
    }
}
