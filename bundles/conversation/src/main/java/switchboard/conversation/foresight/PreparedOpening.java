package switchboard.conversation.foresight;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import switchboard.api.company.Company;
import switchboard.api.tts.SpeechException;
import switchboard.conversation.monitor.BoundedWait;
import switchboard.conversation.speech.Openings;
import switchboard.conversation.speech.SpeechCache;
import switchboard.conversation.speech.Synthesis;

/**
 * A clause that is expected: it is spoken on a thread of its own until its first sounds are there; then the voice waits, and goes
 * on when somebody hears it. Nothing of it is synthesised twice, so that what follows is there when the first sounds have been
 * heard. Thread-safe.
 */
final class PreparedOpening implements Openings.Opening {

    /** A voice that takes longer may begin, but nobody looks on. */
    private static final Duration LONGEST_BEGINNING = Duration.ofSeconds(3);

    private final Duration patience;
    private Stage stage = Stage.BEGINNING;
    private boolean ended;
    private Optional<SpeechException> failure = Optional.empty();
    private Synthesis.@Nullable Piece listener;

    private enum Stage {
        BEGINNING,
        /** The first sounds are there. */
        BEGUN,
        /** Somebody is about to hear it. */
        WANTED,
        /** Nobody is going to hear it. */
        DROPPED
    }

    /** @param patience how long a voice waits, which may be the one that is being exchanged */
    PreparedOpening(Duration patience) {
        this.patience = patience;
    }

    /**
     * Begins to speak, and returns when the first sounds are there, or nothing comes, or it takes too long.
     *
     * @param expected whether what is going to be spoken is wanted
     */
    void begin(String callId, Synthesis synthesis, Company company, String clause, Predicate<SpeechCache.Key> expected) throws InterruptedException {
        Thread thread = new Thread(() -> speak(callId, synthesis, company, clause, expected), "call-" + callId + "-opening");
        thread.setDaemon(true);
        thread.start();
        awaitBeginning(LONGEST_BEGINNING);
    }

    /**
     * Waits for the first sounds if they are on their way; without them it is dropped.
     *
     * @return whether it can be heard; then it must be
     */
    synchronized boolean claim(Duration limit) throws InterruptedException {
        awaitBeginning(limit);
        boolean begun = stage == Stage.BEGUN;
        stage = begun ? Stage.WANTED : Stage.DROPPED;
        notifyAll();
        return begun;
    }

    /** Nobody is going to hear it, unless somebody is about to. */
    synchronized void drop() {
        stage = stage == Stage.WANTED ? stage : Stage.DROPPED;
        notifyAll();
    }

    /** Whether nobody can hear it any more. */
    synchronized boolean isOver() {
        return ended || stage == Stage.DROPPED;
    }

    @Override
    public synchronized void hear(Synthesis.Piece sink) throws SpeechException {
        listener = sink;
        notifyAll();
        try {
            while (!ended) {
                wait();
            }
        } catch (InterruptedException e) {
            stage = Stage.DROPPED;
            notifyAll();
            Thread.currentThread().interrupt(); // the call is over
            return;
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private void speak(String callId, Synthesis synthesis, Company company, String clause, Predicate<SpeechCache.Key> expected) {
        Optional<SpeechException> failed = Optional.of(new SpeechException("the voice broke down"));
        try {
            synthesis.speak(callId, company, clause, false, new Synthesis.Piece() {

                @Override
                public boolean begins(SpeechCache.Key key) {
                    return expected.test(key);
                }

                @Override
                public boolean accept(float[] samples, String owner) {
                    Optional<Synthesis.Piece> sink = awaitListener();
                    return sink.isPresent() && sink.get().accept(samples, owner);
                }
            });
            failed = Optional.empty();
        } catch (SpeechException e) {
            failed = Optional.of(e);
        } finally {
            end(failed);
        }
    }

    private synchronized void end(Optional<SpeechException> failed) {
        ended = true;
        failure = failed;
        notifyAll();
    }

    private synchronized void awaitBeginning(Duration limit) throws InterruptedException {
        BoundedWait.await(this, () -> stage == Stage.BEGINNING && !ended, limit);
    }

    private synchronized Optional<Synthesis.Piece> awaitListener() {
        if (stage == Stage.BEGINNING) {
            stage = Stage.BEGUN;
            notifyAll();
        }
        try {
            BoundedWait.await(this, () -> stage == Stage.BEGUN, patience);
            while (stage == Stage.WANTED && listener == null) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the voice has been told to stop
            stage = Stage.DROPPED;
        }
        stage = stage == Stage.BEGUN ? Stage.DROPPED : stage;
        return stage == Stage.DROPPED ? Optional.empty() : Optional.ofNullable(listener);
    }
}
