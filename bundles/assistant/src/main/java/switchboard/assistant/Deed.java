package switchboard.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import switchboard.api.assistant.Assistant.Turn;
import switchboard.api.llm.Message;

/**
 * A proposal that was accepted and is being, or has been, done.
 *
 * @param turn     number of the turn in which the caller said yes
 * @param yes      the words
 * @param proposal what was agreed to
 * @param result   completes whatever happens; also if it failed, and then says why
 */
record Deed(int turn, String yes, Proposal proposal, CompletableFuture<Message.ToolOutput> result) {

    static Deed begun(Turn turn, Proposal proposal) {
        return new Deed(turn.number(), turn.conversation().get(turn.conversation().size() - 1).text(), proposal, new CompletableFuture<>());
    }

    /** Adds what was done to what was said, so that a model knows it as if it had used the tool itself. */
    List<Message> toldIn(List<Message> conversation) {
        if (!result.isDone()) {
            return conversation;
        }
        List<Message> told = new ArrayList<>(conversation);
        IntStream.iterate(conversation.size() - 1, i -> i >= 1, i -> i - 1).filter(i -> isTheYes(conversation, i)).findFirst()
                .ifPresent(i -> told.addAll(i + 1, List.of(proposal.use(), result.join())));
        return told;
    }

    private boolean isTheYes(List<Message> conversation, int index) {
        return conversation.get(index) instanceof Message.User said && said.text().startsWith(yes) && proposal.wasHeardBefore(conversation, index);
    }
}
