package switchboard.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import switchboard.api.llm.GenerationEvent.Ended;
import switchboard.api.llm.GenerationEvent.Failed;
import switchboard.api.llm.GenerationEvent.Text;
import switchboard.api.llm.GenerationEvent.ToolRequested;
import switchboard.api.llm.Message;

/** Whatever callers and brains do: what is run was read back and heard just before, and answered by a yes and nothing else. */
class AnyConversationTest {

    private static final Set<String> YES = Set.of("Yes.", "Yeah, that's right.", "Please do.");
    private static final List<String> OTHERS = List.of("No.", "Okay.", "Yes?", "Yes, but for nine.", "No, make that five.", "Do you have parking?",
            "Sorry?", "A table, please.", "Cancel it.", "Is anything free tonight?", "Thank you.", "");

    @Test
    void nothing_is_run_without_a_yes_to_it() {
        int runs = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            runs += converse(new Random(seed));
        }
        assertThat(runs).as("the test sees bookings at all").isGreaterThan(1_000);
    }

    private static int converse(Random random) {
        Scene scene = new Scene();
        ScriptedTool book = ScriptedTool.booking();
        scene.tools.addAll(List.of(book, ScriptedTool.finding()));
        String heardBefore = "";
        for (int i = 0; i < 12; i++) {
            scene.script.clear();
            for (int rounds = 0; rounds < 6; rounds++) {
                answer(scene, random);
            }
            String words = random.nextBoolean() ? YES.stream().sorted().toList().get(random.nextInt(YES.size())) : OTHERS.get(random.nextInt(OTHERS.size()));
            int before = book.runs.size();
            if (random.nextInt(8) == 0) {
                scene.speculate(words);
                assertThat(book.runs).hasSize(before);
            }
            scene.start(words);

            assertThat(book.runs.size()).isBetween(before, before + 1);
            if (book.runs.size() > before) {
                assertThat(words).isIn(YES);
                String party = book.runs.get(before).arguments().replaceAll("\\D", "");
                assertThat(heardBefore).contains("A table, " + party + " people");
            }
            heardBefore = hear(scene, random);
        }
        return book.runs.size();
    }

    private static String hear(Scene scene, Random random) {
        String said = scene.said();
        String heard = random.nextInt(4) == 0 ? said.substring(0, random.nextInt(said.length() + 1)) : said;
        if (!heard.isBlank()) {
            scene.conversation.add(new Message.Assistant(heard));
        }
        return heard;
    }

    private static void answer(Scene scene, Random random) {
        ToolRequested booking = new ToolRequested("b" + random.nextInt(1_000), "book", "{\"party\": " + (1 + random.nextInt(9)) + "}");
        switch (random.nextInt(7)) {
            case 0 -> scene.says("A table, 3 people. Is that right?");
            case 1 -> scene.brain(new Failed("down"));
            case 2 -> scene.brain(new ToolRequested("f", "find", "{\"party\": 2}"), new Ended());
            case 3 -> scene.brain(new Text("Yes. "), booking, booking, new Ended());
            case 4 -> scene.brain(new ToolRequested("x", "book", "{\"party\": 0}"), booking, new Ended());
            default -> scene.brain(booking, new Ended());
        }
    }
}
