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
 * @param yes      the words, without a question behind them
 * @param proposal what was agreed to
 * @param result   completes whatever happens; also if it failed, and then says why
 */
record Deed(int turn, String yes, Proposal proposal, CompletableFuture<Message.ToolOutput> result) {

    static Deed begun(Turn turn, String yes, Proposal proposal) {
        return new Deed(turn.number(), yes, proposal, new CompletableFuture<>());
    }

    /** Adds what was done to what was said, so that a model knows it as if it had used the tool itself. */
    List<Message> toldIn(List<Message> conversation) {
        if (!result.isDone()) {
            return conversation;
        }
        List<Message> told = new ArrayList<>(conversation);
        IntStream.iterate(conversation.size() - 1, i -> i >= 1, i -> i - 1).filter(i -> isTheYes(conversation, i)).findFirst()
                .ifPresent(i -> told.addAll(i + 1, done(told, i)));
        return told;
    }

    /** What comes behind the yes. Is something asked behind it in the same breath, the yes ends here and what was asked is a turn of its own. */
    private List<Message> done(List<Message> told, int index) {
        String said = told.get(index).text();
        Message.ToolOutput output = result.join();
        if (proposal.isAgreedTo(said)) {
            return List.of(proposal.use(), output);
        }
        told.set(index, new Message.User(yes.strip()));
        if (index + 1 < told.size() && told.get(index + 1) instanceof Message.Assistant answer && answer.text().strip().startsWith(output.spoken().strip())) {
            told.set(index + 1, new Message.Assistant(answer.text().strip().substring(output.spoken().strip().length()).strip()));
        }
        return List.of(proposal.use(), output, new Message.Assistant(output.spoken()), new Message.User(said.substring(yes.length()).strip()));
    }

    private boolean isTheYes(List<Message> conversation, int index) {
        return conversation.get(index) instanceof Message.User said && said.text().startsWith(yes) && proposal.wasHeardBefore(conversation, index);
    }
}
