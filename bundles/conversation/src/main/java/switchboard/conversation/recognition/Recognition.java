package switchboard.conversation.recognition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.company.Company;
import switchboard.api.model.Lease;
import switchboard.api.model.Models;
import switchboard.api.stt.SpeechToText;
import switchboard.api.stt.TranscriptionException;
import switchboard.api.turn.Pause;
import switchboard.api.turn.TurnDetector;
import switchboard.conversation.succession.Succession;
import switchboard.conversation.turn.Event;

/**
 * Asks the recogniser and the turn detector about a pause and answers with the machine's events. Each question leases
 * its model anew, so a model can be exchanged between two; one that fails is made up for by the next best. One per call. Thread-safe; returns at once.
 */
public final class Recognition {

    private static final Logger log = LoggerFactory.getLogger(Recognition.class);

    private final String callId;
    private final Models models;
    /** Speech that is cut at its last sample loses its last sound. */
    private static final Duration SILENCE_AFTER = Duration.ofMillis(100);
    /** Who asks a third model has waited for two that failed; the answer would come too late. */
    private static final int MOST_ASKED = 2;

    private final LatestOnly transcriptions;
    private final LatestOnly judgements;

    /** Takes an answer, and who gave it, as bundle@version; empty if nobody did. */
    public interface Answers {

        void accept(Event answer, String owner);
    }

    /** @param executor bounded; what it rejects is answered with a failure */
    public Recognition(String callId, Models models, Executor executor) {
        this.callId = callId;
        this.models = models;
        this.transcriptions = new LatestOnly(executor);
        this.judgements = new LatestOnly(executor);
    }

    /** Transcribes the turn up to a pause. */
    public void transcribe(Company company, int pause, AudioClip turn, Answers answers) {
        Consumer<String> failed = reason -> answers.accept(new Event.TranscriptFailed(pause, reason), "");
        submit(transcriptions, failed, () -> withModel(SpeechToText.class, recognisers(company), failed, lease ->
                answers.accept(new Event.TranscriptReady(pause, words(lease.model(), turn, company.language())), lease.owner())));
    }

    /** What has been said so far, heard on this thread; empty if nobody hears it, or the thread is interrupted. */
    public Optional<String> hear(Company company, AudioClip turn) {
        String[] heard = new String[1];
        withModel(SpeechToText.class, recognisers(company),
                reason -> log.debug("call={} not heard: {}", callId, reason),
                lease -> heard[0] = words(lease.model(), turn, company.language()));
        return Optional.ofNullable(heard[0]);
    }

    /** Asks whether the turn is over. */
    public void judge(Company company, int pause, AudioClip turn, String transcript, Duration silence, Answers answers) {
        Consumer<String> failed = reason -> answers.accept(new Event.TurnUnjudged(pause, reason), "");
        submit(judgements, failed, () -> withModel(TurnDetector.class, List.of(company.models().turnDetector(), ""), failed, lease -> {
            TurnDetector detector = lease.model();
            AudioClip heard = Resampler.resample(turn, detector.sampleRateHz());
            float probability = detector.endOfTurn(new Pause(heard, transcript, silence));
            if (Float.isNaN(probability)) {
                throw new IllegalStateException("expected a probability, got " + probability);
            }
            boolean wordless = transcript.isEmpty() && detector.judgesWords();
            answers.accept(new Event.TurnJudged(pause, probability, detector.threshold(), wordless), lease.owner());
        }));
    }

    private static String words(SpeechToText recogniser, AudioClip turn, String language) throws TranscriptionException {
        AudioClip speech = Resampler.resample(turn.followedBySilence(SILENCE_AFTER), recogniser.sampleRateHz());
        return recogniser.transcribe(speech, language);
    }

    /** Those that the company chose, then any that knows its language. */
    private static List<String> recognisers(Company company) {
        String inLanguage = "(language=" + company.language() + ")";
        return List.of("(&" + inLanguage + company.models().speechToText() + ")", inLanguage);
    }

    private static void submit(LatestOnly queue, Consumer<String> failed, Runnable question) {
        try {
            queue.run(question);
        } catch (RejectedExecutionException e) {
            failed.accept("too many calls ask at once; allow fewer calls or give the server more cores");
        }
    }

    /** Asks the best model and, if that fails, once more the next best. */
    private <S> void withModel(Class<S> kind, List<String> filters, Consumer<String> failed, Question<S> question) {
        Succession<S> models = new Succession<>(this.models, kind, callId, filters);
        String reason = "no %s that fits %s is warm".formatted(kind.getSimpleName(), filters.get(0).isEmpty() ? "any company" : filters.get(0));
        for (int i = 0; i < MOST_ASKED; i++) {
            Optional<Lease<S>> next = models.next();
            if (next.isEmpty()) {
                break;
            }
            try (Lease<S> lease = next.get()) {
                Optional<String> failure = ask(question, lease, kind);
                if (failure.isEmpty()) {
                    return;
                }
                reason = failure.get();
            }
        }
        failed.accept(reason);
    }

    /** @return why it failed; empty if it did not, or nobody wants the answer any more */
    private static <S> Optional<String> ask(Question<S> question, Lease<S> lease, Class<S> kind) {
        try {
            question.ask(lease);
            return Optional.empty();
        } catch (TranscriptionException | RuntimeException | LinkageError e) {
            if (Thread.currentThread().isInterrupted()) {
                log.debug("kind={} owner={} gave up: nobody wants the answer any more", kind.getSimpleName(), lease.owner());
                return Optional.empty();
            }
            lease.failed(e);
            log.warn("kind={} owner={} failed", kind.getSimpleName(), lease.owner(), e);
            return Optional.of(kind.getSimpleName() + " failed: " + e.getMessage());
        }
    }

    private interface Question<S> {

        void ask(Lease<S> lease) throws TranscriptionException;
    }
}
