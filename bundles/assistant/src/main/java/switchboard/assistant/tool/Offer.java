package switchboard.assistant.tool;

import com.google.gson.JsonElement;
import java.util.List;
import switchboard.api.tool.Tool;
import switchboard.api.tool.ToolDescription;

/**
 * A tool that a company may use now.
 *
 * @param description as read once
 * @param schema      of its arguments
 */
public record Offer(Tool tool, ToolDescription description, Schema schema) {

    /**
     * The arguments as the schema's check has seen them: what a reader might understand differently, such as a key that
     * occurs twice, is gone.
     *
     * @throws IllegalArgumentException if they do not fit; the message is for the model
     */
    public String checked(String arguments) {
        JsonElement value = StrictJson.read(arguments.isBlank() ? "{}" : arguments);
        if (!value.isJsonObject()) {
            throw new IllegalArgumentException("the arguments must be an object");
        }
        List<String> problems = schema.problems(value);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return value.toString();
    }
}
