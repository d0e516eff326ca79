package switchboard.test.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import switchboard.api.assistant.Assistant;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;
import switchboard.api.llm.Message;
import switchboard.api.time.SpokenTimes;
import switchboard.api.tool.Tool;

/** Whole bookings in text, through the receptionist, the tools and the database. */
@Timeout(300)
class BookingTest {

    /** Five for bookings, and one for call-backs. */
    private static final int TOOLS = 6;

    @InjectBundleContext
    BundleContext context;
    @InjectService(timeout = 60_000)
    TextEmbedder embedder;
    @InjectService(timeout = 60_000)
    LanguageModel languageModel;
    @InjectService(timeout = 60_000)
    SpokenTimes times;
    @InjectService(timeout = 10_000)
    Companies companies;
    @InjectService(timeout = 10_000)
    Knowledge knowledge;
    @InjectService(timeout = 10_000)
    Assistant assistant;

    private final List<Message> conversation = new ArrayList<>();
    private Company tomatitos;
    private int turn;

    @BeforeEach
    void wait_for_the_company() throws InterruptedException {
        System.setProperty("switchboard.now", "2026-12-01T10:15"); // a Tuesday
        tomatitos = Restaurant.await(companies, knowledge);
        Eventually.present(() -> Optional.of(tools()).filter(count -> count >= TOOLS));
    }

    @Test
    void a_table_is_booked_asked_for_moved_and_cancelled() throws Exception {
        say("I'd like to book a table for four tomorrow at half past seven.");
        say("Anna Miller");
        String readBack = sayUntil("Is that right", "No, thank you.");
        assertThat(readBack).contains("four", "half past seven").containsIgnoringCase("Anna Miller");
        assertThat(say("Yes, please.")).containsIgnoringCase("booked");

        assertThat(say("Do you have a booking for Anna Miller?")).contains("half past seven");
        say("I need to move my reservation to Friday at eight, the name is Anna Miller.");
        sayUntil("Is that right", "Anna Miller");
        assertThat(say("Yes.")).containsAnyOf("moved", "Friday");

        say("Please cancel the booking of Anna Miller.");
        sayUntil("Is that right", "Anna Miller");
        assertThat(say("Yes, cancel it.")).containsIgnoringCase("cancel");
    }

    @Test
    void nothing_is_booked_without_a_yes() throws Exception {
        say("A table for two on Friday at eight please, the name is Gonzales.");
        sayUntil("Is that right", "No, thank you.");
        say("No, forget it.");

        assertThat(say("Do you have a booking for Gonzales?")).containsAnyOf("no booking", "not find", "no appointment", "nothing", "cannot find");
    }

    @Test
    void a_correction_is_read_back_again() throws Exception {
        say("A table for two on Friday at eight please, the name is Petersen.");
        sayUntil("Is that right", "No, thank you.");
        String again = say("No, make that five people.");

        assertThat(again).contains("five", "Is that right");
    }

    @Test
    void a_closed_day_is_refused_with_an_alternative() throws Exception {
        say("Can I book a table for two next Monday at eight, for Schmidt?");
        sayUntil("closed", "No, thank you.");
    }

    private String sayUntil(String wanted, String otherwise) throws Exception {
        String last = conversation.get(conversation.size() - 1).text();
        for (int i = 0; i < 4 && !last.contains(wanted); i++) {
            last = say(otherwise);
        }
        assertThat(last).contains(wanted);
        return last;
    }

    private String say(String words) throws Exception {
        conversation.add(new Message.User(words));
        CompletableFuture<String> answer = new CompletableFuture<>();
        StringBuilder text = new StringBuilder();
        assistant.reply(new Assistant.Turn(tomatitos, "booking-" + hashCode(), ++turn, conversation), event -> {
            if (event instanceof GenerationEvent.Text piece) {
                text.append(piece.text());
            } else {
                answer.complete(event instanceof GenerationEvent.Failed failed ? "FAILED " + failed.reason() : text.toString().strip());
            }
        });
        String heard = answer.get(20, TimeUnit.SECONDS);
        conversation.add(new Message.Assistant(heard));
        return heard;
    }

    private int tools() {
        try {
            return context.getServiceReferences(Tool.class, null).size();
        } catch (org.osgi.framework.InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
