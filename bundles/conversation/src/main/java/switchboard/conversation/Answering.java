package switchboard.conversation;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import switchboard.api.assistant.Assistant;
import switchboard.api.company.Company;
import switchboard.api.llm.GenerationEvent;
import switchboard.conversation.foresight.Foresight;
import switchboard.conversation.reply.Guess;
import switchboard.conversation.reply.PendingReply;
import switchboard.conversation.turn.Effect;
import switchboard.conversation.turn.Event;

/** Asks the assistant, for one reply at a time. Confined to the call's thread; what the assistant says is posted to it. */
final class Answering implements AutoCloseable {

    /** Who answers where no language model is asked. */
    private static final String ALONE = "switchboard.assistant";

    private final String callId;
    private final Assistant assistant;
    private final Foresight foresight;
    private final Executor executor;
    private final Consumer<Runnable> post;
    private final TurnTimes times;
    private final Consumer<Event> listener;
    private Assistant.Reply reply = () -> { };
    private int number;

    /**
     * @param post     brings to the call's thread
     * @param listener told there
     */
    Answering(String callId, Assistant assistant, Foresight foresight, Executor executor, Consumer<Runnable> post, TurnTimes times,
            Consumer<Event> listener) {
        this.callId = callId;
        this.assistant = assistant;
        this.foresight = foresight;
        this.executor = executor;
        this.post = post;
        this.times = times;
        this.listener = listener;
    }

    /** Gives up the reply before it. One that was asked for on a guess that came true is taken over. */
    void start(Company company, Effect.StartReply start) {
        reply.close();
        number = start.reply();
        times.replying(start.turn());
        Optional<Guess> guess = foresight.take(start.turn(), start.conversation());
        if (!start.speculative()) {
            guess.ifPresent(Guess::confirm);
        }
        if (guess.isPresent() && guess.get().follow(event -> generated(start.reply(), event))) {
            reply = guess.get();
        } else {
            guess.ifPresent(Guess::close);
            ask(company, start);
        }
    }

    /** The turn of the last reply is over: what was a draft is the answer. */
    void confirm() {
        reply.confirm();
    }

    private void ask(Company company, Effect.StartReply start) {
        PendingReply pending = new PendingReply();
        reply = pending;
        Assistant.Turn turn = new Assistant.Turn(company, callId, start.turn(), start.conversation(), start.speculative(), Optional.empty());
        try {
            executor.execute(() -> {
                if (!pending.isCancelled()) {
                    pending.started(assistant.reply(turn, event -> generated(start.reply(), event)));
                }
            });
        } catch (RejectedExecutionException e) {
            post.accept(() -> listener.accept(new Event.ReplyFailed(start.reply(), "too many calls ask at once")));
        }
    }

    void cancel(int cancelled) {
        if (cancelled == number) {
            reply.close();
        }
    }

    @Override
    public void close() {
        reply.close();
    }

    private void generated(int generating, GenerationEvent event) {
        long nowNs = System.nanoTime();
        post.accept(() -> {
            if (event instanceof GenerationEvent.Text text) {
                if (generating == number) {
                    times.text(nowNs, () -> reply.owner().orElse(ALONE));
                }
                listener.accept(new Event.ReplyText(generating, text.text()));
            } else if (event instanceof GenerationEvent.Failed failed) {
                listener.accept(new Event.ReplyFailed(generating, failed.reason()));
            } else {
                listener.accept(new Event.ReplyEnded(generating));
            }
        });
    }
}
