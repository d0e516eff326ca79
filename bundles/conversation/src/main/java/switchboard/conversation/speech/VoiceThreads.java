package switchboard.conversation.speech;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/** Has voices speak on threads of their own, so that whoever waits for one that hangs can leave it. Thread-safe. */
final class VoiceThreads implements AutoCloseable {

    /** A voice that speaks a clause in one piece takes as long as that; a slow one is better than another in mid-sentence. */
    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final Duration PER_CHARACTER = Duration.ofMillis(25);
    /** How often the patience is renewed while there is no other voice. */
    private static final int RENEWALS = 8;

    private final Function<SpeechRequest, Duration> patience;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "voice");
        thread.setDaemon(true);
        return thread;
    });
    /** What hangs, and whose it is. */
    private final Map<Handover, String> hanging = new ConcurrentHashMap<>();

    VoiceThreads() {
        this(request -> SHORTEST.plus(PER_CHARACTER.multipliedBy(request.text().length())));
    }

    /** @param patience how long a voice may be silent before another one is asked */
    VoiceThreads(Function<SpeechRequest, Duration> patience) {
        this.patience = patience;
    }

    /** Whether a voice has been left hanging and has not come back since. */
    boolean hangs(String owner) {
        return hanging.containsValue(owner);
    }

    /**
     * Speaks, as {@link TextToSpeech#speak}; the sink is called on this thread. If this thread is interrupted nothing more is wanted.
     *
     * @param another whether another voice could speak instead; without one, more patience is had with this one
     * @return whether the voice came to its end
     * @throws SpeechException if the voice failed, or hangs
     */
    boolean speak(Loan<TextToSpeech> loan, SpeechRequest request, BooleanSupplier another, AudioSink sink) throws SpeechException {
        Handover handover = new Handover();
        start(loan, request, handover);
        try {
            Handover.Step step = next(handover, request, another);
            while (step instanceof Handover.Spoke spoke) {
                handover.answer(sink.accept(spoke.piece()));
                step = next(handover, request, another);
            }
            if (step instanceof Handover.Ended ended && ended.failure().isPresent()) {
                throw failure(ended.failure().get());
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Hangs e) {
            // Before it is left, so that a voice that comes back meanwhile is not thought to hang for ever.
            hanging.put(handover, loan.lease().owner());
            throw new SpeechException(e.getMessage());
        } finally {
            if (!handover.leave()) {
                hanging.remove(handover);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** What was accepted is run in any case, so that the loan is given back. */
    private void start(Loan<TextToSpeech> loan, SpeechRequest request, Handover handover) throws SpeechException {
        Loan<TextToSpeech> own = loan.shared();
        try {
            threads.execute(() -> run(own, request, handover));
        } catch (RejectedExecutionException e) {
            own.close();
            throw new SpeechException("the server is being stopped", e);
        }
    }

    private void run(Loan<TextToSpeech> loan, SpeechRequest request, Handover handover) {
        Optional<Throwable> failure = Optional.empty();
        try (loan) {
            if (handover.begin()) {
                loan.lease().model().speak(request, handover);
            }
        } catch (SpeechException | RuntimeException | Error e) { // whatever a foreign voice may throw: it is not this server's end
            failure = Optional.of(e);
        } finally {
            handover.end(failure);
            hanging.remove(handover);
        }
    }

    private Handover.Step next(Handover handover, SpeechRequest request, BooleanSupplier another) throws InterruptedException, Hangs {
        Duration limit = patience.apply(request);
        for (int i = 0; i < RENEWALS; i++) {
            Optional<Handover.Step> step = handover.await(limit);
            if (step.isPresent()) {
                return step.get();
            }
            if (another.getAsBoolean()) {
                break;
            }
        }
        throw new Hangs("the voice has been silent for more than " + limit.toMillis() + " ms");
    }

    private static SpeechException failure(Throwable cause) {
        return cause instanceof SpeechException told ? told : new SpeechException(cause.toString(), cause);
    }

    private static final class Hangs extends Exception {

        private static final long serialVersionUID = 1;

        Hangs(String message) {
            super(message);
        }
    }
}
