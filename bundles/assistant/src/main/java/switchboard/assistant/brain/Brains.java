package switchboard.assistant.brain;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.Company;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;
import switchboard.api.model.Lease;
import switchboard.api.model.Models;
import switchboard.assistant.consent.Phrases;
import switchboard.assistant.grounding.NumberGuard;

/** Lets the company's language model answer, or another one while that fails. Thread-safe. */
public final class Brains {

    private static final Logger log = LoggerFactory.getLogger(Brains.class);

    private final Models models;
    private final CircuitBreaker breaker;

    /** @param clock measures how long ago a model failed */
    public Brains(Models models, Clock clock) {
        this.models = models;
        breaker = new CircuitBreaker(clock);
    }

    /** As {@link LanguageModel#generate}; fails if no model is warm. */
    public Generation generate(String callId, Company company, ChatRequest request, Consumer<GenerationEvent> listener) {
        Optional<Lease<LanguageModel>> lease = lease(callId, company);
        if (lease.isEmpty()) {
            listener.accept(new GenerationEvent.Failed("no language model is warm for company " + company.id()));
            return () -> {};
        }
        String first = lease.get().owner();
        return LeasedGeneration.start(lease.get(), request, listener,
                new LeasedGeneration.Care(() -> other(callId, company, first), (owner, well) -> judge(name(owner, company), well),
                        (model, heard) -> model.inventsNothing() ? heard
                                : new NumberGuard(request, Phrases.of(company.language()).unknown(), heard)));
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
            return lease != null && property.test(lease.model());
        }
    }

    private Optional<Lease<LanguageModel>> lease(String callId, Company company) {
        Optional<Lease<LanguageModel>> chosen = models.lease(LanguageModel.class, company.models().languageModel(), callId);
        if (chosen.isEmpty() || !breaker.rests(name(chosen.get().owner(), company))) {
            return chosen;
        }
        Optional<Lease<LanguageModel>> other = other(callId, company, chosen.get().owner());
        if (other.isEmpty()) {
            return chosen;
        }
        chosen.get().close();
        return other;
    }

    /** Another one that the company chose, or any: an answer is better than none. */
    private Optional<Lease<LanguageModel>> other(String callId, Company company, String failed) {
        return Stream.of(company.models().languageModel(), "")
                .map(filter -> models.leaseAnother(LanguageModel.class, filter, callId, Set.of(failed)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void judge(String model, boolean well) {
        if (well) {
            breaker.succeeded(model);
        } else if (breaker.failed(model)) {
            log.warn("model={} event=rests: it failed too often", model);
        }
    }

    /** One bundle serves many endpoints; only the one that fails rests. */
    private static String name(String owner, Company company) {
        return owner + " " + company.languageModel().endpoint().map(URI::toString).orElse("");
    }
}
