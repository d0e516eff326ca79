package switchboard.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class LoggedProgressTest {

    private long now;

    @Test
    void a_line_is_told_every_five_seconds_and_not_for_every_byte() {
        LoggedProgress progress = new LoggedProgress(() -> now);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(told, true));
        try {
            for (int second = 0; second <= 12; second++) {
                now = second * 1_000_000_000L;
                progress.at("part 3", second * 1_000_000L, Progress.UNKNOWN);
            }
        } finally {
            System.setErr(before);
        }
        assertThat(told.toString().lines().filter(line -> line.contains("fetching part 3:"))).hasSize(2);
    }

    @Test
    void the_total_is_told_if_it_is_known() {
        assertThat(LoggedProgress.amount(5_400_000, 98_362_432)).isEqualTo("5 of 98 MB");
        assertThat(LoggedProgress.amount(5_400_000, Progress.UNKNOWN)).isEqualTo("5 MB");
    }
}
