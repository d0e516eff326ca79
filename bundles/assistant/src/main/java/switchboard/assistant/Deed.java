package switchboard.assistant;

import java.util.concurrent.CompletableFuture;
import switchboard.api.llm.Message;

/**
 * A proposal that was accepted and is being, or has been, done.
 *
 * @param turn    in which the caller said yes
 * @param outcome completes with what to tell the caller, whatever happens
 */
record Deed(int turn, Message.ToolUse use, CompletableFuture<String> outcome) {}
