package switchboard.operations.shell;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import switchboard.api.assistant.Assistant;
import switchboard.api.company.Company;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.Message;

/** A conversation in writing with a company's assistant: one question after the other. Thread-safe; blocks. */
final class Asking {

    /** As much as a spoken call remembers. */
    private static final int MOST_MESSAGES = 40;

    private final Assistant assistant;
    private final String callId;
    private final Duration patience;
    private final List<Message> messages = new ArrayList<>();
    private int turn;

    Asking(Assistant assistant, String callId, Duration patience) {
        this.assistant = assistant;
        this.callId = callId;
        this.patience = patience;
    }

    /**
     * An answer.
     *
     * @param firstMs until its first words came
     * @param totalMs until it was complete
     */
    record Answer(String text, long firstMs, long totalMs) {}

    /**
     * Asks, and waits for the whole answer; a question that failed is forgotten.
     *
     * @param time the company's local time to assume; empty for the clock's
     * @throws IllegalStateException if there is none, or none in time
     */
    synchronized Answer ask(Company company, String question, Optional<LocalDateTime> time) {
        List<Message> conversation = new ArrayList<>(messages);
        conversation.add(new Message.User(question));
        Answer answer = answer(new Assistant.Turn(company, callId, ++turn, conversation, false, time));
        messages.add(new Message.User(question));
        messages.add(new Message.Assistant(answer.text()));
        while (messages.size() > MOST_MESSAGES) {
            messages.remove(0);
        }
        return answer;
    }

    /** The conversation is over. */
    void forget() {
        assistant.forget(callId);
    }

    private Answer answer(Assistant.Turn asked) {
        Heard heard = new Heard();
        try (Generation generation = assistant.reply(asked, heard::accept)) {
            return heard.whole.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("no answer within %d ms".formatted(patience.toMillis()), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What comes back; events follow one another. */
    private static final class Heard {

        private final CompletableFuture<Answer> whole = new CompletableFuture<>();
        private final Stopwatch stopwatch = new Stopwatch();
        private final StringBuilder text = new StringBuilder();
        private long firstMs = -1;

        synchronized void accept(GenerationEvent event) {
            if (firstMs < 0) {
                firstMs = stopwatch.elapsedMs();
            }
            if (event instanceof GenerationEvent.Text next) {
                text.append(next.text());
            } else if (event instanceof GenerationEvent.Ended) {
                whole.complete(new Answer(text.toString().strip(), firstMs, stopwatch.elapsedMs()));
            } else if (event instanceof GenerationEvent.Failed failed) {
                whole.completeExceptionally(new IllegalStateException(failed.reason()));
            }
        }
    }
}
