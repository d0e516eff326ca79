package switchboard.assistant;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.assistant.Assistant;
import switchboard.api.company.Company;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.model.Models;
import switchboard.assistant.brain.Brains;
import switchboard.assistant.tool.Toolbox;

/** Answers each turn by itself; keeps for a call only what waits for the caller's yes. Thread-safe. */
@Component(immediate = true)    // what waits for a yes must not be lost when nobody uses the service for a moment
public final class CompanyAssistant implements Assistant {

    /** Framework or system property: an ISO local date and time that is taken for every company's own, for tests. */
    static final String NOW = "switchboard.now";

    private final Desk desk;
    private final AutoCloseable threads;

    @Activate
    public CompanyAssistant(BundleContext context, @Reference Models models, @Reference Knowledge knowledge, @Reference Toolbox toolbox) {
        this(models, knowledge, toolbox, new CompanyTime(Clock.systemUTC(), () -> Optional.ofNullable(context.getProperty(NOW))), new AssistantThreads());
    }

    private CompanyAssistant(Models models, Knowledge knowledge, Toolbox toolbox, CompanyTime time, AssistantThreads threads) {
        this(new Desk(new Brains(models, Clock.systemUTC(), threads::runAlone, threads.alarm()), new Briefing(knowledge, toolbox, time), toolbox, threads.runner(), new CallNotes()), threads);
    }

    CompanyAssistant(Desk desk, AutoCloseable threads) {
        this.desk = desk;
        this.threads = threads;
    }

    @Deactivate
    void retire() throws Exception {
        threads.close();
    }

    @Override
    public Reply reply(Turn turn, Consumer<GenerationEvent> listener) {
        return new Answer(desk, turn, listener).start();
    }

    @Override
    public boolean answersAtOnce(Company company) {
        return desk.brains().answerAtOnce(company);
    }

    @Override
    public boolean takesGuesses(Company company) {
        return desk.brains().takeGuesses(company);
    }

    @Override
    public void forget(String callId) {
        desk.notes().forget(callId);
    }
}
