package switchboard.conversation.recognition;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.company.Company;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelThreads;
import switchboard.api.model.Models;
import switchboard.api.model.Succession;
import switchboard.api.stt.SpeechToText;
import switchboard.api.stt.TranscriptionException;
import switchboard.api.turn.Pause;
import switchboard.api.turn.TurnDetector;
import switchboard.conversation.turn.Event;

/**
 * Asks the recogniser and the turn detector about a pause and answers with the machine's events. Each question leases
 * its model anew, so a model can be exchanged between two; one that fails or hangs is made up for by the next best. One per call.
 * Thread-safe; returns at once.
 */
public final class Recognition {

    private static final Logger log = LoggerFactory.getLogger(Recognition.class);

    private final String callId;
    private final Models models;
    /** Speech that is cut at its last sample loses its last sound. */
    private static final Duration SILENCE_AFTER = Duration.ofMillis(100);
    /** Who asks a third model has waited for two that failed; the answer would come too late. */
    private static final int MOST_ASKED = 2;
    /** Many times what a detector takes; without a judgement a pause is judged by its length. */
    private static final Duration TO_JUDGE = Duration.ofSeconds(1);

    private final ModelThreads threads;
    private final Patience patience;
    private final LatestOnly transcriptions;
    private final LatestOnly judgements;
    private volatile Understood understood = new Understood(0, "");

    /** Takes an answer, and who gave it, as bundle@version; empty if nobody did. */
    public interface Answers {

        void accept(Event answer, String owner);
    }

    /**
     * One of a call.
     *
     * @param executor bounded; what it rejects is answered with a failure. Its threads wait for the models
     * @param threads  on which the models work, the same for all calls
     * @param patience with recognisers
     */
    public Recognition(String callId, Models models, Executor executor, ModelThreads threads, Patience patience) {
        this.callId = callId;
        this.models = models;
        this.threads = threads;
        this.patience = patience;
        this.transcriptions = new LatestOnly(executor);
        this.judgements = new LatestOnly(executor);
    }

    /** Transcribes the turn up to a pause. */
    public void transcribe(Company company, int pause, AudioClip turn, Answers answers) {
        Consumer<String> failed = reason -> answers.accept(new Event.TranscriptFailed(pause, reason), "");
        submit(transcriptions, failed, () -> withModel(recogniser(company, turn), failed,
                (words, owner) -> answers.accept(new Event.TranscriptReady(pause, words), owner)));
    }

    /** What has been said so far, heard on this thread; empty if nobody hears it, or the thread is interrupted. */
    public Optional<String> hear(Company company, AudioClip turn) {
        String[] heard = new String[1];
        withModel(recogniser(company, turn), reason -> log.debug("call={} not heard: {}", callId, reason), (words, owner) -> heard[0] = words);
        return Optional.ofNullable(heard[0]);
    }

    /** Asks whether the turn is over. */
    public void judge(Company company, int pause, AudioClip turn, String transcript, Duration silence, Answers answers) {
        Consumer<String> failed = reason -> answers.accept(new Event.TurnUnjudged(pause, reason), "");
        Question<TurnDetector, Event> question = new Question<>(TurnDetector.class, List.of(company.models().turnDetector(), ""), TO_JUDGE,
                detector -> judgement(detector, pause, turn, transcript, silence));
        submit(judgements, failed, () -> withModel(question, failed, answers::accept));
    }

    private static Event judgement(TurnDetector detector, int pause, AudioClip turn, String transcript, Duration silence) {
        AudioClip heard = Resampler.resample(turn, detector.sampleRateHz());
        float probability = detector.endOfTurn(new Pause(heard, transcript, silence));
        float threshold = detector.threshold();
        if (!(probability >= 0 && probability <= 1 && threshold > 0 && threshold <= 1)) { // NaN is neither
            throw new IllegalStateException("expected a probability and a threshold, got %s and %s".formatted(probability, threshold));
        }
        boolean wordless = transcript.isEmpty() && detector.judgesWords();
        return new Event.TurnJudged(pause, probability, threshold, wordless);
    }

    private Question<SpeechToText, String> recogniser(Company company, AudioClip turn) {
        return new Question<>(SpeechToText.class, recognisers(company), patience.toTranscribe(), recogniser -> words(recogniser, turn, company.language()));
    }

    private String words(SpeechToText recogniser, AudioClip turn, String language) throws TranscriptionException {
        AudioClip speech = Resampler.resample(turn.followedBySilence(SILENCE_AFTER), recogniser.sampleRateHz());
        String given = recogniser.transcribe(speech, tag(recogniser, language), understood.asBeginningOf(turn));
        String words = SpokenText.of(Objects.requireNonNull(given, "gave null"), speech);
        understood = new Understood(turn.samples().length, words);
        return words;
    }

    /** What the recogniser calls the language: it may know that of one region. */
    private static String tag(SpeechToText recogniser, String language) {
        return recogniser.languages().contains(language) ? language
                : recogniser.languages().stream().filter(tag -> Locale.forLanguageTag(tag).getLanguage().equals(language)).sorted().findFirst().orElse(language);
    }

    /** Those that the company chose, then any that knows its language. */
    private static List<String> recognisers(Company company) {
        String inLanguage = Models.inLanguage(company.language());
        return List.of("(&" + inLanguage + company.models().speechToText() + ")", inLanguage);
    }

    private static void submit(LatestOnly queue, Consumer<String> failed, Runnable question) {
        try {
            queue.run(question);
        } catch (RejectedExecutionException e) {
            failed.accept("too many calls ask at once; allow fewer calls or give the server more cores");
        }
    }

    /** Asks the best model and, if that fails or hangs, once more the next best. */
    private <S, R> void withModel(Question<S, R> question, Consumer<String> failed, BiConsumer<R, String> answered) {
        Succession<S> models = new Succession<>(this.models, question.kind, callId, question.filters);
        String kind = question.kind.getSimpleName();
        String filter = question.filters.get(0);
        String reason = "no %s that fits %s is warm".formatted(kind, filter.isEmpty() ? "any company" : filter);
        for (int i = 0; i < MOST_ASKED; i++) {
            boolean last = i == MOST_ASKED - 1;
            Optional<Lease<S>> next = models.next(threads::hangs);
            if (next.isEmpty()) {
                break;
            }
            String owner = next.get().owner();
            try {
                answered.accept(ask(question, next.get(), () -> !last && models.hasNext(threads::hangs)), owner);
                return;
            } catch (ExecutionException | TimeoutException e) {
                Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
                if (Thread.currentThread().isInterrupted()) {
                    log.debug("kind={} owner={} gave up: nobody wants the answer any more", kind, owner);
                    return;
                }
                log.warn("kind={} owner={} failed", kind, owner, cause);
                reason = kind + " failed: " + cause.getMessage();
            }
        }
        failed.accept(reason);
    }

    /** The lease is given back by the model's thread, when the model has returned. */
    private <S, R> R ask(Question<S, R> question, Lease<S> lease, BooleanSupplier another) throws ExecutionException, TimeoutException {
        try {
            return threads.ask(lease.owner(), question.patience, another, () -> {
                try (lease) {
                    return work(question, lease);
                }
            });
        } catch (TimeoutException e) {
            lease.failed(e);
            throw e;
        } catch (RejectedExecutionException e) {
            lease.close();
            throw new ExecutionException(e);
        }
    }

    private static <S, R> R work(Question<S, R> question, Lease<S> lease) throws Exception {
        try {
            return Objects.requireNonNull(question.work.of(lease.model()), "gave null");
        } catch (Exception | Error e) { // whatever a foreign model may throw
            if (!Thread.currentThread().isInterrupted()) {
                lease.failed(e);
            }
            throw e;
        }
    }

    /**
     * What was heard last.
     *
     * @param samples of the turn at that time
     */
    private record Understood(int samples, @Nullable String words) {

        /** A turn only grows; a shorter one is the next. A longer one may be the next, too: that costs a little time. */
        String asBeginningOf(AudioClip turn) {
            return words == null || turn.samples().length < samples ? "" : words;
        }
    }

    /** What is asked of a model of which kind. */
    private record Question<S, R>(Class<S> kind, List<String> filters, Duration patience, Work<S, R> work) {}

    private interface Work<S, R> {

        R of(S model) throws TranscriptionException;
    }
}
