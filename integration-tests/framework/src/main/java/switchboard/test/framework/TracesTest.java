package switchboard.test.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.api.call.CallObserver;
import switchboard.api.call.Conversations;
import switchboard.api.call.TurnLedger;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.model.Models;
import switchboard.testkit.fake.Collector;
import switchboard.testkit.fake.Collector.Seen;

/** The trace of a spoken call, from the models that ship to a collector. */
@Timeout(300)
class TracesTest {

    private static final String TRACES = "switchboard.telemetry.opentelemetry";

    @InjectBundleContext
    BundleContext context;
    @InjectService(timeout = 60_000)
    Conversations conversations;
    @InjectService(timeout = 10_000)
    Companies companies;
    @InjectService(timeout = 10_000)
    Knowledge knowledge;
    @InjectService(timeout = 10_000)
    Models models;
    @InjectService
    ConfigurationAdmin configurations;

    private Company tomatitos;
    private RunningModels running;

    @BeforeEach
    void wait_for_the_company() throws InterruptedException {
        tomatitos = Restaurant.await(companies, knowledge);
        running = new RunningModels(context, models);
        running.await();
    }

    @Test
    void a_spoken_call_reaches_the_collector_as_conversation_turn_and_stages() throws Exception {
        assertThat(sender()).as("nothing sends before it is configured").isEmpty();
        try (Collector collector = new Collector()) {
            Configuration configuration = configurations.getConfiguration(TRACES, "?");
            configuration.update(new Hashtable<>(Map.of("endpoint", collector.endpoint())));
            List<CallEvent> happened;
            try {
                happened = call(Eventually.present(this::sender));
            } finally {
                configuration.delete(); // what is not yet sent is sent then
            }
            Seen conversation = Eventually.present(() -> named(collector, "conversation"));
            assertThat(conversation.service()).isEqualTo("switchboard");
            assertThat(conversation.attributes()).containsEntry("switchboard.company", tomatitos.id()).containsEntry("switchboard.call", "traced")
                    .containsEntry("switchboard.end.reason", "the caller hung up");

            TurnLedger ledger = happened.stream().filter(CallEvent.TurnMeasured.class::isInstance).map(event -> ((CallEvent.TurnMeasured) event).ledger()).findFirst().orElseThrow();
            Seen turn = named(collector, "turn").orElseThrow();
            assertThat(turn.parent()).isEqualTo(conversation.id());
            assertThat(turn.ms()).isCloseTo(ledger.total().toMillis(), within(1L));
            assertThat(collector.spans().stream().filter(span -> span.parent().equals(turn.id())))
                    .extracting(Seen::name, span -> span.attributes().get("switchboard.owner"))
                    .containsExactlyElementsOf(ledger.parts().stream().map(part -> tuple(part.name(), part.owner())).toList());
            assertThat(collector.bodies()).as("words that were spoken").doesNotContainIgnoringCase("sunday").doesNotContainIgnoringCase("noon");
        }
        assertThat(sender()).isEmpty();
    }

    /** A call in which a question is asked; whoever watches is told as signaling tells it. */
    private List<CallEvent> call(CallObserver traces) throws Exception {
        CallInfo call = new CallInfo("traced", tomatitos.id());
        traces.opened(call);
        Conversations watched = (id, company, listener) -> conversations.open(id, company, event -> {
            traces.happened(call, event);
            listener.accept(event);
        });
        try (HeadlessCaller caller = new HeadlessCaller(watched, call.id(), tomatitos)) {
            caller.listen();
            assertThat(caller.ask(running.spoken("What time do you open on Sunday?"))).contains("noon");
            return caller.all();
        } finally {
            traces.closed(call, "the caller hung up");
        }
    }

    private static Optional<Seen> named(Collector collector, String name) {
        return collector.spans().stream().filter(span -> span.name().equals(name)).findFirst();
    }

    private Optional<CallObserver> sender() {
        try {
            ServiceReference<?>[] all = context.getAllServiceReferences(CallObserver.class.getName(), null);
            return all == null ? Optional.empty() : Arrays.stream(all).filter(reference -> reference.getBundle().getSymbolicName().equals(TRACES))
                    .findFirst().map(reference -> (CallObserver) context.getService(reference));
        } catch (InvalidSyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
