package switchboard.appointments.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import switchboard.api.tool.Tool;
import switchboard.api.tool.ToolCall;
import switchboard.api.tool.ToolException;
import switchboard.appointments.store.AppointmentBook;
import switchboard.appointments.store.Database;

class ParallelCallersTest {

    private static final int CALLERS = 64;

    @Test
    void of_64_callers_who_say_yes_at_once_three_get_a_table_and_the_others_hear_what_is_left() throws Exception {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        AppointmentBook book = new AppointmentBook(new Database(() -> new org.h2.Driver().connect(url, new Properties()), 4));
        Tool tool = new BookAppointment(new FrontDesk(book, List.of(Map.entry(Map.of("language", "en"), new FakeTimes()))));
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        CyclicBarrier yes = new CyclicBarrier(CALLERS);
        List<Future<String>> calls = IntStream.range(0, CALLERS).mapToObj(number -> threads.submit(() -> {
            ToolCall call = new ToolCall(Diner.DINER, "call-" + number, 4, Diner.NOW, "{\"name\": \"Anna\", \"when\": \"2026-12-04T19:30\", \"party\": 2}");
            tool.readBack(call);
            yes.await();
            try {
                return tool.run(call).spoken();
            } catch (ToolException e) {
                return e.getMessage();
            }
        })).toList();
        List<String> answers = new ArrayList<>();
        for (Future<String> call : calls) {
            answers.add(call.get());
        }
        threads.shutdown();
        book.close();

        assertThat(answers.stream().filter(answer -> answer.startsWith("It is booked"))).hasSize(3);
        assertThat(answers.stream().filter(answer -> answer.startsWith("Half past seven in the evening is taken on Friday. I have"))).hasSize(CALLERS - 3);
    }
}
