package switchboard.conversation.foresight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.assistant.Assistant;
import switchboard.api.audio.AudioClip;
import switchboard.api.company.Company;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.Message;
import switchboard.api.tts.SpeechException;
import switchboard.conversation.recognition.Recognition;
import switchboard.conversation.speech.Clauses;
import switchboard.conversation.speech.Openings;
import switchboard.conversation.speech.SpeechCache;
import switchboard.conversation.speech.SpeechTally;
import switchboard.conversation.speech.Synthesis;

/**
 * Looks ahead while a caller speaks: transcribes what has been said, has it answered, and synthesises the first sounds of the
 * answer. Many a question is clear before its last word; its answer then sounds at once. Nothing that comes of it is heard
 * unless the real answer begins with the same clause.
 *
 * <p>Only for assistants that {@linkplain Assistant#answersAtOnce answer at once}, and only while the executor has a thread
 * to spare: whoever needs an answer now goes first. One per call. Thread-safe; {@link #look} returns at once.
 */
public final class Foresight implements Openings {

    private static final Logger log = LoggerFactory.getLogger(Foresight.class);

    private static final int MOST_OPENINGS = 4;
    private static final long ANSWER_MS = 300;
    private static final long OPENING_MS = 400;

    private final String callId;
    private final Recognition recognition;
    private final Assistant assistant;
    private final Synthesis synthesis;
    private final Executor executor;
    private final Listener listener;
    /** By clause and all that changes how it sounds (a company may be edited between two turns), the oldest first. */
    private final Map<SpeechCache.Key, CompletableFuture<Opening>> openings = new LinkedHashMap<>();
    private Looked lookedAt = new Looked(0, "");
    private @Nullable Thread listening;

    /** Is told, by any thread, what a caller has said up to now. */
    public interface Listener {

        /** The words of a turn that goes on, after each look, be they the same as before; they may change yet. */
        void heard(int turn, String words);
    }

    /** What was looked at last. The same words in another turn are another question. */
    private record Looked(int turn, String words) {}

    /** @param executor rejects what it has no thread for */
    public Foresight(String callId, Recognition recognition, Assistant assistant, Synthesis synthesis, Executor executor, Listener listener) {
        this.callId = callId;
        this.recognition = recognition;
        this.assistant = assistant;
        this.synthesis = synthesis;
        this.executor = executor;
        this.listener = listener;
    }

    /**
     * Looks ahead.
     *
     * @param speech       the turn up to now
     * @param conversation what was said before it
     */
    public void look(Company company, int turn, AudioClip speech, List<Message> conversation) {
        if (!assistant.answersAtOnce(company)) {
            return;
        }
        try {
            executor.execute(() -> lookNow(company, turn, speech, conversation));
        } catch (RejectedExecutionException e) {
            log.trace("call={} does not look ahead: others are at work", callId);
        }
    }

    /** The caller pauses: what is being listened to is out of date. */
    public synchronized void pause() {
        if (listening != null) {
            listening.interrupt();
        }
    }

    @Override
    public Optional<Opening> of(SpeechCache.Key clause) {
        CompletableFuture<Opening> expected;
        synchronized (this) {
            expected = openings.remove(clause);
        }
        if (expected == null) {
            return Optional.empty();
        }
        try {
            Opening opening = expected.get(OPENING_MS, TimeUnit.MILLISECONDS);
            synthesis.tally().opening(SpeechTally.Opening.USED);
            return Optional.of(opening);
        } catch (ExecutionException | TimeoutException e) {
            synthesis.tally().opening(SpeechTally.Opening.LATE);
            log.debug("call={} expected in vain", callId, e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void lookNow(Company company, int turn, AudioClip speech, List<Message> conversation) {
        try {
            Optional<String> words = words(company, speech);
            if (words.isPresent()) {
                listener.heard(turn, words.get());
                if (isNews(turn, words.get())) {
                    answer(company, turn, words.get(), conversation);
                }
            }
        } catch (RuntimeException | SpeechException e) {
            log.debug("call={} could not look ahead", callId, e);
        }
    }

    /** What the caller has said. */
    private Optional<String> words(Company company, AudioClip speech) {
        synchronized (this) {
            listening = Thread.currentThread();
        }
        try {
            return recognition.hear(company, speech).filter(words -> !words.isBlank());
        } finally {
            synchronized (this) {
                listening = null;
                Thread.interrupted(); // meant for what has ended
            }
        }
    }

    private synchronized boolean isNews(int turn, String words) {
        Looked before = lookedAt;
        lookedAt = new Looked(turn, words);
        return !lookedAt.equals(before);
    }

    private void answer(Company company, int turn, String words, List<Message> before) throws SpeechException {
        List<Message> conversation = new ArrayList<>(before);
        conversation.add(new Message.User(words));
        CompletableFuture<Optional<String>> first = new CompletableFuture<>();
        Clauses clauses = new Clauses();
        Assistant.Turn speculation = new Assistant.Turn(company, callId, turn, conversation, true, Optional.empty());
        try (Generation generation = assistant.reply(speculation, event -> {
            if (event instanceof GenerationEvent.Text text) {
                clauses.accept(text.text()).stream().findFirst().ifPresent(clause -> first.complete(Optional.of(clause)));
            } else {
                first.complete(event instanceof GenerationEvent.Ended ? clauses.end() : Optional.empty());
            }
        })) {
            Optional<String> clause = first.get(ANSWER_MS, TimeUnit.MILLISECONDS);
            if (clause.isPresent()) {
                prepare(company, clause.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.debug("call={} no answer to look ahead with", callId, e);
        }
    }

    private void prepare(Company company, String clause) throws SpeechException {
        CompletableFuture<Opening> opening = new CompletableFuture<>();
        try {
            synthesis.speak(callId, company, clause, false, new Synthesis.Piece() {

                private boolean begun;

                @Override
                public OptionalInt begins(SpeechCache.Key key) {
                    boolean another = begun; // its opening must not be taken for that of the first voice
                    begun = true;
                    return !another && expect(key, opening) ? OptionalInt.of(0) : OptionalInt.empty();
                }

                @Override
                public boolean accept(float[] samples, String owner) {
                    synthesis.tally().opening(SpeechTally.Opening.PREPARED);
                    opening.complete(new Opening(samples, owner));
                    return false;
                }
            });
        } finally {
            opening.completeExceptionally(new SpeechException("nothing was spoken")); // no effect if something was
        }
    }

    /** @return whether it was not expected before */
    private synchronized boolean expect(SpeechCache.Key clause, CompletableFuture<Opening> opening) {
        if (openings.putIfAbsent(clause, opening) != null) {
            return false;
        }
        if (openings.size() > MOST_OPENINGS) {
            openings.remove(openings.keySet().iterator().next());
        }
        return true;
    }
}
