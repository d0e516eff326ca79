package switchboard.llm.llama;

import com.google.gson.JsonObject;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Message;
import switchboard.api.tool.ToolDescription;

/**
 * Writes a conversation in ChatML, the template of the models that this bundle knows. What changes from turn to turn stands
 * last, with the caller's last words, because a slot remembers a prompt from its beginning. Stateless.
 *
 * <p>Written here, not by the template in the file: that one shows Qwen its tools with doubled braces, which it copies.
 */
final class ChatMl {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final String WITH_TOOLS = """


            To use a tool, answer with one JSON object and nothing else: {"name": the tool, "arguments": {...}}. Use the caller's \
            own words for days and times. When a detail that a tool needs was not said, ask for it instead. The tools:""";

    private ChatMl() {
    }

    /** How every prompt of a company begins. */
    static String beginning(String instructions) {
        return "<|im_start|>system\n" + clean(instructions);
    }

    /**
     * The prompt, to be continued by the answer.
     *
     * @param from     the first message that is told; not after the caller's last words
     * @param passages how many of the best are told
     */
    static String prompt(ChatRequest request, int from, int passages) {
        StringBuilder prompt = new StringBuilder(beginning(request.instructions()));
        if (!request.tools().isEmpty()) {
            prompt.append(WITH_TOOLS);
            request.tools().forEach(tool -> prompt.append('\n').append(described(tool)));
        }
        prompt.append("<|im_end|>\n");
        if (!request.earlier().isEmpty()) {
            prompt.append(said("user", "(Earlier in this call. " + request.earlier() + ")"));
        }
        int question = question(request);
        for (int i = from; i < request.conversation().size(); i++) {
            Message message = request.conversation().get(i);
            prompt.append(said(role(message), i == question ? lastTurn(request, passages) : text(message)));
        }
        return prompt.append("<|im_start|>assistant\n").toString();
    }

    private static String said(String role, String text) {
        return text.isBlank() ? "" : "<|im_start|>" + role + '\n' + clean(text) + "<|im_end|>\n";
    }

    /** Where the caller's last words stand. */
    static int question(ChatRequest request) {
        int question = request.conversation().size() - 1;
        while (!(request.conversation().get(question) instanceof Message.User)) {
            question--;
        }
        return question;
    }

    private static String described(ToolDescription tool) {
        return "- " + clean(tool.name() + ": " + tool.description() + " Arguments: " + tool.parameters().replaceAll("\\s+", " "));
    }

    private static String lastTurn(ChatRequest request, int passages) {
        StringBuilder turn = new StringBuilder();
        List<Passage> told = request.knowledge().subList(0, passages);
        if (!told.isEmpty()) {
            turn.append("Facts:\n");
            told.forEach(passage -> turn.append("- ").append(passage.inContext().strip()).append('\n'));
            turn.append('\n');
        }
        return turn.append("Today is ").append(DAY.format(request.now())).append(".\n\nThe caller says: ").append(request.question()).toString();
    }

    private static String text(Message message) {
        if (message instanceof Message.ToolUse use) {
            JsonObject name = new JsonObject();
            name.addProperty("name", use.name());
            return "{\"name\": " + name.get("name") + ", \"arguments\": " + use.arguments() + "}";
        }
        return message instanceof Message.ToolOutput output ? "The tool answered: " + output.text() : message.text();
    }

    private static String role(Message message) {
        return message instanceof Message.Assistant || message instanceof Message.ToolUse ? "assistant" : "user";
    }

    /** Nobody else may write control tokens: they would begin a turn of their own. */
    static String clean(String text) {
        return text.replace("<|", "< |").replace("|>", "| >");
    }
}
