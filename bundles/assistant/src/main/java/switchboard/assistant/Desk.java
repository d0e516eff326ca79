package switchboard.assistant;

import switchboard.assistant.brain.Brains;
import switchboard.assistant.tool.ToolRunner;
import switchboard.assistant.tool.Toolbox;

/** What every answer works with. */
record Desk(Brains brains, Briefing briefing, Toolbox toolbox, ToolRunner runner, CallNotes notes) {}
