package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import switchboard.llm.receptionist.DialogueAssistant;

/** Whatever is said, nothing breaks and nothing half-known is booked. */
class RandomCallsTest {

    private static final int CALLS = 400;
    private static final int TURNS = 8;
    private static final Set<String> TOOLS = Set.of("find_free_times", "book_appointment", "move_appointment", "cancel_appointment", "find_appointment");

    private final Random random = new Random(20261201);
    private final List<String> lines = Stream.of("booking.txt", "other.txt", "houses.txt").flatMap(Dialogue::in)
            .flatMap(dialogue -> dialogue.lines().stream()).map(Dialogue.Line::said).toList();
    private final List<String> words = lines.stream().flatMap(line -> Stream.of(line.split(" "))).toList();

    @Test
    void a_booking_is_never_asked_for_with_something_missing() {
        for (int call = 0; call < CALLS; call++) {
            try (DialogueAssistant assistant = new DialogueAssistant(new SimpleTimes(), "You are the receptionist of a restaurant.", TOOLS)) {
                for (int turn = 0; turn < TURNS; turn++) {
                    String said = said();
                    DialogueAssistant.Heard heard = assistant.hear(said, random.nextInt(5) == 0 ? "Eight is taken. I have nine or ten." : "");

                    assertThat(heard.said()).as(said).isNotBlank().doesNotContain("Failed");
                    heard.asked().forEach(tool -> assertThat(arguments(tool).keySet()).as(said + " -> " + tool).containsAll(required(tool.split(" ")[0])));
                }
            }
        }
    }

    /** A pattern that runs away on long sentences would cost a call its thread. How long an answer takes is for benchmarks to say. */
    @Test
    void an_answer_costs_little_of_a_core() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            try (DialogueAssistant assistant = new DialogueAssistant(new SimpleTimes(), "You are the receptionist of a restaurant.", TOOLS)) {
                long start = threads.getCurrentThreadCpuTime();
                for (int turn = 0; turn < TURNS; turn++) {
                    assistant.hear(lines.get(turn), "");
                }
                best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / TURNS);
            }
        }
        // The best of many, in CPU time: this looks at the code, not at the machine's other work.
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(10));
    }

    private String said() {
        return random.nextBoolean() ? lines.get(random.nextInt(lines.size()))
                : random.ints(1 + random.nextInt(9), 0, words.size()).mapToObj(words::get).collect(Collectors.joining(" "));
    }

    private static JsonObject arguments(String tool) {
        return JsonParser.parseString(tool.substring(tool.indexOf('{'))).getAsJsonObject();
    }

    private static Set<String> required(String tool) {
        return switch (tool) {
            case "book_appointment" -> Set.of("name", "when", "party");
            case "find_free_times" -> Set.of("when", "party");
            case "move_appointment" -> Set.of("to");
            default -> Set.of();
        };
    }
}
