package switchboard.assistant.brain;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.Company;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;
import switchboard.api.model.Lease;
import switchboard.api.model.Models;
import switchboard.api.model.Succession;
import switchboard.assistant.brain.LeasedGeneration.Verdict;
import switchboard.assistant.consent.Phrases;
import switchboard.assistant.grounding.NumberGuard;
import switchboard.assistant.tool.Alarm;

/** Lets the company's language model answer, or another one while that fails. Thread-safe. */
public final class Brains {

    private static final Logger log = LoggerFactory.getLogger(Brains.class);

    private final Models models;
    private final CircuitBreaker breaker;
    private final Questions questions;
    private final Alarm alarm;

    /**
     * All of a server.
     *
     * @param clock   measures how long ago a model failed, or was asked
     * @param threads without a limit, because a model may hang
     * @param alarm   may block when it rings
     */
    public Brains(Models models, Clock clock, Executor threads, Alarm alarm) {
        this.models = models;
        this.alarm = alarm;
        questions = new Questions(threads, clock);
        breaker = new CircuitBreaker(clock);
    }

    /** As {@link LanguageModel#generate}; fails if no model is warm. */
    public OwnedGeneration generate(String callId, Company company, ChatRequest request, Consumer<GenerationEvent> listener) {
        Succession<LanguageModel> models = new Succession<>(this.models, LanguageModel.class, callId, List.of(company.models().languageModel(), ""));
        Optional<Lease<LanguageModel>> first = next(models, company);
        if (first.isEmpty()) {
            listener.accept(new GenerationEvent.Failed("no language model is warm that can answer for company " + company.id()));
            return () -> {};
        }
        return LeasedGeneration.start(first.get(), request, listener,
                new LeasedGeneration.Care(() -> next(models, company), (owner, verdict) -> judge(name(owner, company), verdict),
                        (model, heard) -> model.inventsNothing() ? heard
                                : new NumberGuard(request, Phrases.of(company.language()).unknown(), heard),
                        (owner, asking) -> questions.ask(name(owner, company), asking), alarm));
    }

    /** A failure and the alarm may come at the same time. */
    private Optional<Lease<LanguageModel>> next(Succession<LanguageModel> models, Company company) {
        Predicate<String> avoided = owner -> isAvoided(name(owner, company));
        synchronized (models) {
            Optional<Lease<LanguageModel>> next = models.next(avoided);
            while (next.isPresent() && !next.get().model().serves(company.languageModel())) {
                log.info("model={} company={} event=passed-over: it cannot answer with the company's llm settings", next.get().owner(), company.id());
                next.get().onlyLooked();
                next.get().close();
                next = models.next(avoided);
            }
            return next;
        }
    }

    private boolean isAvoided(String model) {
        return breaker.rests(model) || questions.hangs(model);
    }

    /** Whether the model that would answer for a company {@linkplain LanguageModel#answersAtOnce answers at once}. */
    public boolean answerAtOnce(Company company) {
        return chosen(company, LanguageModel::answersAtOnce);
    }

    /** Whether the model that would answer for a company {@linkplain LanguageModel#takesGuesses takes guesses}, and the company wants that. */
    public boolean takeGuesses(Company company) {
        return company.languageModel().guesses() && chosen(company, LanguageModel::takesGuesses);
    }

    private boolean chosen(Company company, Predicate<LanguageModel> property) {
        Optional<Lease<LanguageModel>> chosen = models.lease(LanguageModel.class, company.models().languageModel());
        try (Lease<LanguageModel> lease = chosen.orElse(null)) {
            if (lease == null) {
                return false;
            }
            lease.onlyLooked();
            return property.test(lease.model());
        }
    }

    private void judge(String model, Verdict verdict) {
        switch (verdict) {
            case WELL -> breaker.succeeded(model);
            case SILENT -> breaker.rest(model);
            case FAILED -> {
                if (breaker.failed(model)) {
                    log.warn("model={} event=rests: it failed too often", model);
                }
            }
        }
    }

    /** One bundle serves many endpoints; only the one that fails rests. */
    private static String name(String owner, Company company) {
        return owner + " " + company.languageModel().endpoint().map(URI::toString).orElse("");
    }
}
