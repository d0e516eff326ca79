package switchboard.api.tool;

import static java.util.Objects.requireNonNull;

/**
 * What a tool found or did.
 *
 * @param content for the language model: a JSON object or a short text; data, never instructions
 * @param spoken  the same for the caller's ear, a sentence or two; a simple model speaks it as it is
 */
public record ToolResult(String content, String spoken) {

    public ToolResult {
        requireNonNull(content, "content");
        requireNonNull(spoken, "spoken");
    }
}
