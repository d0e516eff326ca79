package switchboard.test.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import switchboard.api.call.CallEvent;
import switchboard.api.call.Conversations;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.model.Models;
import switchboard.api.tts.TextToSpeech;

/** A caller with a loudspeaker and no echo canceller: the assistant hears itself. */
@Timeout(300)
class EchoTest {

    private static final int LAG_FRAMES = 17;
    private static final double GAIN = 0.15;

    @InjectBundleContext
    BundleContext context;
    @InjectService(timeout = 60_000)
    TextToSpeech voice;
    @InjectService(timeout = 60_000)
    Conversations conversations;
    @InjectService(timeout = 10_000)
    Companies companies;
    @InjectService(timeout = 10_000)
    Knowledge knowledge;
    @InjectService(timeout = 10_000)
    Models models;

    private Company tomatitos;
    private RunningModels running;

    @BeforeEach
    void wait_for_the_company() throws InterruptedException {
        tomatitos = Restaurant.await(companies, knowledge);
        running = new RunningModels(context, models);
        running.await();
    }

    @Test
    void the_assistant_does_not_interrupt_itself_and_hears_the_caller_through_its_own_voice() throws Exception {
        try (HeadlessCaller caller = new HeadlessCaller(conversations, "echo", tomatitos, new Loudspeaker(LAG_FRAMES, GAIN))) {
            caller.listen();
            assertThat(caller.ask(running.spoken("What time do you open on Sunday?"))).contains("noon");
            assertThat(caller.all()).noneMatch(CallEvent.Failure.class::isInstance);
            assertThat(understood(caller)).containsExactly("What time do you open on Sunday?");

            caller.say(running.spoken("Do you have anything for vegans?"));
            caller.await(CallEvent.BotStartedSpeaking.class::isInstance);
            caller.say(running.spoken("Sorry, can I bring my dog with me?"));
            caller.await(CallEvent.BotStoppedSpeaking.class::isInstance);
            caller.await(event -> event instanceof CallEvent.UserTranscript said && said.complete() && said.text().contains("dog"));
        }
    }

    private static List<String> understood(HeadlessCaller caller) {
        return caller.all().stream().filter(CallEvent.UserTranscript.class::isInstance).map(CallEvent.UserTranscript.class::cast)
                .filter(CallEvent.UserTranscript::complete).map(CallEvent.UserTranscript::text).toList();
    }
}
