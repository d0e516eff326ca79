package switchboard.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.osgi.service.cm.ConfigurationException;
import switchboard.api.company.CompanyProblem;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelStatus.State;
import switchboard.api.model.Models;

class UnaskedEndpointsTest {

    private static final String ENDPOINT = "http://127.0.0.1:11434/v1/";

    private final Line line = new Line();
    private final ConfiguredCompanies companies =
            new ConfiguredCompanies(new CompanyReader(name -> "k", new ChosenModels(line)), Path.of(""), new Problems(), new FakeSurroundings());
    private final UnaskedEndpoints endpoints = new UnaskedEndpoints(companies, line);

    @Test
    void who_chose_an_endpoints_model_without_an_endpoint_is_told_who_answers_instead() throws ConfigurationException {
        line.has("Receptionist", "receptionist", false);
        line.has("OpenAI-compatible endpoint", "openai", true);
        configure(Map.of("llm.target", "(model=openai)"));

        assertThat(endpoints.problems()).containsExactly(new CompanyProblem("acme", "llm.target",
                "'llm.target' is '(model=openai)', but OpenAI-compatible endpoint cannot answer without an endpoint: Receptionist answers callers of Acme. "
                        + "Give 'llm.endpoint', or leave out 'llm.target'"));
    }

    @Test
    void where_nobody_can_answer_instead_that_is_said() throws ConfigurationException {
        line.has("OpenAI-compatible endpoint", "openai", true);
        configure(Map.of("llm.target", "(model=openai)"));

        assertThat(endpoints.problems()).singleElement().extracting(CompanyProblem::message).asString().contains("callers of Acme get no answer");
    }

    @Test
    void an_endpoint_that_nobody_asks_is_named_with_what_to_choose() throws ConfigurationException {
        line.has("Receptionist", "receptionist", false);
        line.has("OpenAI-compatible endpoint", "openai", true);
        configure(Map.of("llm.endpoint", ENDPOINT));

        assertThat(endpoints.problems()).containsExactly(new CompanyProblem("acme", "llm.endpoint",
                "nobody asks the endpoint: Receptionist goes before whoever would. "
                        + "Choose that model, for example with \"llm.target\": \"(model=openai)\", or leave out 'llm.endpoint'"));
    }

    @Test
    void who_chose_both_or_none_has_no_problem_and_every_model_is_given_back() throws ConfigurationException {
        line.has("Receptionist", "receptionist", false);
        line.has("OpenAI-compatible endpoint", "openai", true);

        configure(Map.of());
        assertThat(endpoints.problems()).isEmpty();
        configure(Map.of("llm.endpoint", ENDPOINT, "llm.target", "(model=openai)"));
        assertThat(endpoints.problems()).isEmpty();
        configure(Map.of("llm.endpoint", ENDPOINT, "llm.target", "(model=receptionist)"));
        assertThat(endpoints.problems()).as("chosen on purpose, with an endpoint for later").isEmpty();
        assertThat(line.open).isZero();
    }

    @Test
    void a_model_of_somebody_else_that_does_with_or_without_an_endpoint_is_no_problem() throws ConfigurationException {
        line.has("Stranger", "stranger", false);
        configure(Map.of("llm.endpoint", ENDPOINT));

        assertThat(endpoints.problems()).isEmpty();
    }

    private void configure(Map<String, String> llm) throws ConfigurationException {
        Hashtable<String, Object> properties = new Hashtable<>(llm);
        properties.put("name", "Acme");
        companies.updated("switchboard.company~acme", properties);
        assertThat(companies.find("acme").map(company -> company.languageModel().endpoint())).contains(Optional.ofNullable(llm.get("llm.endpoint")).map(URI::create));
    }

    /** Language models, the best first. */
    private static final class Line implements Models {

        private final List<ModelStatus> status = new ArrayList<>();
        private final List<Boolean> needEndpoint = new ArrayList<>();
        int open;

        void has(String label, String name, boolean needsEndpoint) {
            status.add(new ModelStatus(label, "LanguageModel", name, State.WARM, ""));
            needEndpoint.add(needsEndpoint);
        }

        @Override
        public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
            return leaseAnother(kind, filter, "", Set.of());
        }

        @Override
        public <S> Optional<Lease<S>> leaseAnother(Class<S> kind, String filter, String callId, Set<String> except) {
            for (int i = 0; i < status.size(); i++) {
                String owner = status.get(i).owner();
                if (kind == LanguageModel.class && (filter.isEmpty() || filter.equals("(model=" + owner + ")")) && !except.contains(owner)) {
                    open++;
                    return Optional.of(new Lent<>(kind.cast(new Model(needEndpoint.get(i))), owner));
                }
            }
            return Optional.empty();
        }

        @Override
        public List<ModelStatus> status() {
            return List.copyOf(status);
        }

        private final class Lent<S> implements Lease<S> {

            private final S model;
            private final String owner;

            Lent(S model, String owner) {
                this.model = model;
                this.owner = owner;
            }

            @Override
            public S model() {
                return model;
            }

            @Override
            public String owner() {
                return owner;
            }

            @Override
            public void close() {
                open--;
            }
        }
    }

    private record Model(boolean needsEndpoint) implements LanguageModel {

        @Override
        public Generation generate(ChatRequest request, Consumer<GenerationEvent> listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean serves(LanguageModelSettings settings) {
            return !needsEndpoint || settings.endpoint().isPresent();
        }
    }
}
