package switchboard.appointments.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import switchboard.api.tool.ToolCall;
import switchboard.api.tool.ToolException;

class ParallelCallersTest {

    private static final int CALLERS = 64;

    @Test
    void of_64_callers_who_say_yes_at_once_three_get_a_table_and_the_others_hear_what_is_left() throws Exception {
        Office office = new Office();
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        CyclicBarrier yes = new CyclicBarrier(CALLERS);
        List<Future<String>> calls = IntStream.range(0, CALLERS).mapToObj(number -> threads.submit(() -> {
            ToolCall call = new ToolCall(Diner.DINER, "call-" + number, 4, Diner.NOW, "{\"name\": \"Anna\", \"when\": \"2026-12-04T19:30\", \"party\": 2}");
            office.book.readBack(call);
            yes.await();
            try {
                return office.book.run(call).spoken();
            } catch (ToolException e) {
                return e.getMessage();
            }
        })).toList();
        List<String> answers = new ArrayList<>();
        for (Future<String> call : calls) {
            answers.add(call.get());
        }
        threads.shutdown();
        office.close();

        assertThat(answers.stream().filter(answer -> answer.startsWith("It is booked"))).hasSize(3);
        assertThat(answers.stream().filter(answer -> answer.startsWith("Half past seven in the evening is taken on Friday. I have"))).hasSize(CALLERS - 3);
    }
}
