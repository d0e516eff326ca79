package switchboard.assistant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import switchboard.api.tool.Tool;
import switchboard.api.tool.ToolCall;
import switchboard.api.tool.ToolDescription;
import switchboard.api.tool.ToolException;
import switchboard.api.tool.ToolResult;

/** Remembers what it was asked. */
final class ScriptedTool implements Tool {

    static final Duration TIMEOUT = Duration.ofSeconds(5);

    final List<ToolCall> runs = Collections.synchronizedList(new ArrayList<>());
    final List<ToolCall> readBacks = Collections.synchronizedList(new ArrayList<>());
    Optional<String> refusal = Optional.empty();
    Optional<RuntimeException> bug = Optional.empty();
    ToolResult result;

    private final ToolDescription description;

    private ScriptedTool(String name, boolean sideEffect, String spoken) {
        description = new ToolDescription(name, name + " something", """
                {"type": "object", "properties": {"party": {"type": "integer", "minimum": 1}}, "required": ["party"], "additionalProperties": false}""",
                sideEffect, TIMEOUT);
        result = new ToolResult("{\"tool\": \"" + name + "\"}", spoken);
    }

    static ScriptedTool booking() {
        return new ScriptedTool("book", true, "Your table is booked.");
    }

    static ScriptedTool cancelling() {
        return new ScriptedTool("cancel_booking", true, "It is cancelled.");
    }

    static ScriptedTool finding() {
        return new ScriptedTool("find", false, "Eight is free.");
    }

    @Override
    public ToolDescription description() {
        return description;
    }

    @Override
    public String readBack(ToolCall call) throws ToolException {
        readBacks.add(call);
        fail();
        return "A table, " + call.arguments().replaceAll("\\D", "") + " people. Is that right?";
    }

    @Override
    public ToolResult run(ToolCall call) throws ToolException {
        runs.add(call);
        fail();
        return result;
    }

    private void fail() throws ToolException {
        if (bug.isPresent()) {
            throw bug.get();
        }
        if (refusal.isPresent()) {
            throw new ToolException(refusal.get());
        }
    }
}
