package switchboard.assistant;

import java.util.concurrent.CompletableFuture;

/**
 * A proposal that was accepted and is being, or has been, done.
 *
 * @param turn    in which the caller said yes
 * @param proposal what was agreed to
 * @param outcome completes with what to tell the caller, whatever happens
 */
record Deed(int turn, Proposal proposal, CompletableFuture<String> outcome) {}
