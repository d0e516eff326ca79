package switchboard.conversation.foresight;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.assistant.Assistant;
import switchboard.api.audio.AudioClip;
import switchboard.api.company.Company;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.Message;
import switchboard.conversation.recognition.Recognition;
import switchboard.conversation.reply.Guess;
import switchboard.conversation.speech.Clauses;
import switchboard.conversation.speech.Openings;
import switchboard.conversation.speech.SpeechTally;
import switchboard.conversation.speech.Synthesis;
import switchboard.conversation.words.Wording;

/**
 * Looks ahead while a caller speaks: transcribes what has been said, has it answered, and synthesises the first sounds of the
 * answer. Many a question is clear before its last word; its answer then sounds at once. Nothing that comes of it is heard
 * unless those turn out to be the words of the turn, or the real answer begins with the same clause.
 *
 * <p>An assistant that {@linkplain Assistant#answersAtOnce answers at once} is asked whenever there is news; another that
 * {@linkplain Assistant#takesGuesses takes guesses} only if the words may be all and the voice {@linkplain Fading fades}, and
 * seldom. All of it only while there is a thread to spare: whoever needs an answer now goes first. One per call. Thread-safe but for
 * {@link #goesOn} and {@link #nothingToSee}, which are the call's thread's; nothing waits.
 */
public final class Foresight implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Foresight.class);

    private static final long ANSWER_MS = 300;
    /** About the length of a word. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    /** The words of most questions are known 0.2 s before they end; who asks then does not wait for an endpoint. */
    private static final Duration BETWEEN_LOOKS_FOR_A_GUESS = Duration.ofMillis(150);
    /** From one try to look to the next, where somebody else was at work. */
    private static final long BETWEEN_TRIES_MS = 50;
    /** Each guess is paid for: three for a question, more for a long speech. */
    private static final int GUESSES = 3;
    private static final Duration ANOTHER_GUESS = Duration.ofSeconds(2);
    /** An endpoint that refuses is not to be asked oftener than it must be, and of a booking most answers fail that come too early. */
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(20);

    private final String callId;
    private final Recognition recognition;
    private final Assistant assistant;
    private final SpareTime spare;
    private final Listener listener;
    private final SpeechTally tally;
    private final PreparedOpenings openings;
    private final Allowance guesses;
    private final LatestGuess guess = new LatestGuess();
    /** How much was said since; of the call's thread alone. */
    private Duration sinceLook = Duration.ZERO;
    private Looked lookedAt = new Looked(0, List.of());
    private @Nullable Thread listening;
    private boolean pausing;

    /** Is told, by any thread, what a caller has said up to now. */
    public interface Listener {

        /** The words of a turn that goes on, after each look, be they the same as before; they may change yet. */
        void heard(int turn, String words);
    }

    /**
     * What there is to look at.
     *
     * @param speech       the turn up to now
     * @param conversation what was said before it
     * @param mayBeAll     whether a turn may end with such words; asked by any thread
     */
    public record View(Company company, int turn, AudioClip speech, List<Message> conversation, Predicate<String> mayBeAll) {}

    /** What was looked at last. The same words in another turn are another question. */
    private record Looked(int turn, List<String> words) {}

    public Foresight(String callId, Recognition recognition, Assistant assistant, Synthesis synthesis, SpareTime spare, Listener listener) {
        this(callId, recognition, assistant, synthesis, spare, listener, System::nanoTime);
    }

    Foresight(String callId, Recognition recognition, Assistant assistant, Synthesis synthesis, SpareTime spare, Listener listener,
            LongSupplier clockNs) {
        this.callId = callId;
        this.recognition = recognition;
        this.assistant = assistant;
        this.spare = spare;
        this.listener = listener;
        this.tally = synthesis.tally();
        this.openings = new PreparedOpenings(callId, synthesis);
        this.guesses = new Allowance(GUESSES, ANOTHER_GUESS, clockNs);
    }

    /** The beginnings of answers that are expected. */
    public Openings openings() {
        return openings;
    }

    /**
     * The caller goes on speaking: looks ahead, if the last look was so long ago that another may bring news, and nobody else is at work.
     *
     * @param time how much longer the turn has become
     */
    public void goesOn(Company company, Duration time, Supplier<View> view) {
        Duration before = sinceLook;
        sinceLook = before.plus(time);
        boolean tries = sinceLook.toMillis() / BETWEEN_TRIES_MS > before.toMillis() / BETWEEN_TRIES_MS;
        if (tries && isDue(company, sinceLook) && look(view.get())) {
            sinceLook = Duration.ZERO;
        }
    }

    /** There is no turn. */
    public void nothingToSee() {
        sinceLook = Duration.ZERO;
    }

    /** Whether the last look was so long ago that another may bring news. */
    boolean isDue(Company company, Duration sinceLook) {
        return sinceLook.compareTo(BETWEEN_LOOKS) >= 0 || sinceLook.compareTo(BETWEEN_LOOKS_FOR_A_GUESS) >= 0 && spare.isAmple()
                && !assistant.answersAtOnce(company) && assistant.takesGuesses(company);
    }

    /**
     * Looks ahead, unless others are at work.
     *
     * @return whether it does
     */
    boolean look(View view) {
        synchronized (this) {
            pausing = false;
        }
        return whenIdle(() -> lookNow(view));
    }

    /** The caller pauses: what is being listened to is out of date. */
    public synchronized void pause() {
        pausing = true;
        if (listening != null) {
            listening.interrupt();
        }
    }

    /**
     * The turn is answered now, or about to be: gives away the answer to its words if that has been asked for, and gives up
     * any other.
     *
     * @param conversation ends with the words of the turn
     */
    public Optional<Guess> take(int turn, List<Message> conversation) {
        Optional<Guess> answer = guess.take(turn, conversation);
        answer.ifPresent(taken -> tally.guess(SpeechTally.Guess.TRUE));
        return answer;
    }

    @Override
    public void close() {
        guess.giveUp();
        openings.close();
    }

    private boolean whenIdle(Runnable task) {
        try {
            spare.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            log.trace("call={} does not look ahead: others are at work", callId);
            return false;
        }
    }

    private void lookNow(View view) {
        try {
            Optional<String> words = words(view.company(), view.speech());
            if (words.isPresent()) {
                listener.heard(view.turn(), words.get());
                if (isWorthIt(view, words.get())) {
                    answer(view, words.get());
                }
            }
        } catch (RuntimeException e) {
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
        lookedAt = new Looked(turn, Wording.words(words));
        return !lookedAt.equals(before);
    }

    private boolean isWorthIt(View view, String words) {
        return assistant.answersAtOnce(view.company()) ? isNews(view.turn(), words)
                : assistant.takesGuesses(view.company()) && view.mayBeAll().test(words) && Fading.isHeardIn(view.speech())
                        && !guess.is(view.turn(), words) && guesses.take();
    }

    private void answer(View view, String words) {
        tally.guess(SpeechTally.Guess.ASKED);
        Guess answer = new Guess();
        guess.replace(view.turn(), view.conversation(), words, answer);
        List<Message> conversation = Stream.concat(view.conversation().stream(), Stream.of(new Message.User(words))).toList();
        CompletableFuture<Optional<String>> first = new CompletableFuture<>();
        Clauses clauses = new Clauses();
        answer.started(assistant.reply(new Assistant.Turn(view.company(), callId, view.turn(), conversation, true, Optional.empty()), event -> {
            answer.accept(event);
            if (event instanceof GenerationEvent.Failed) {
                guesses.rest(REST_AFTER_FAILURE);
            }
            if (event instanceof GenerationEvent.Text text) {
                clauses.accept(text.text()).stream().findFirst().ifPresent(clause -> first.complete(Optional.of(clause)));
            } else {
                first.complete(event instanceof GenerationEvent.Ended ? clauses.end() : Optional.empty());
            }
        }));
        if (assistant.answersAtOnce(view.company())) {
            await(first).ifPresent(clause -> openings.prepare(view.company(), clause));
        } else {
            first.thenAccept(found -> found.filter(clause -> isPausing()).ifPresent(clause -> whenIdle(() -> openings.prepare(view.company(), clause))));
        }
    }

    /** Who speaks while the first clause comes was not answered by it. */
    private synchronized boolean isPausing() {
        return pausing;
    }

    private Optional<String> await(CompletableFuture<Optional<String>> first) {
        try {
            return first.get(ANSWER_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.debug("call={} no answer to look ahead with", callId, e);
        }
        return Optional.empty();
    }
}
