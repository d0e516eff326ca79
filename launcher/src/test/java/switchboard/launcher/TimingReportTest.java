package switchboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import switchboard.launcher.Timing.Row;

class TimingReportTest {

    private final TimingReport report = new TimingReport(2_000, List.of(
            new Row("load kokoro", "model-load", 1_000, 2_000, 900, 2_048), new Row("JVM", "main", 0, 100, -1, -1)), List.of(), Map.of("main", 7L));

    @Test
    void bars_stand_in_the_order_of_time_and_to_scale() {
        List<String> lines = report.chart().lines().toList();
        assertThat(lines.get(1)).startsWith("JVM").endsWith("|███");
        assertThat(lines.get(2)).contains("load kokoro", "   1000   2000    900        2").endsWith("|" + " ".repeat(30) + "█".repeat(30));
        assertThat(report.chart()).contains("ready: 2000 ms");
    }

    @Test
    void programs_read_the_same() {
        assertThat(report.json()).contains("\"ready_ms\": 2000", "\"name\": \"load kokoro\"", "\"cpu_ms_by_thread\": {\"main\": 7}");
    }
}
