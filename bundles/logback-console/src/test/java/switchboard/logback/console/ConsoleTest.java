package switchboard.logback.console;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private static final String NEWLINE = System.lineSeparator();

    private final PrintStream usual = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final LoggerContext loggers = new LoggerContext();

    ConsoleTest() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        loggers.setMDCAdapter(new LogbackMDCAdapter());
        new Console().configure(loggers);
    }

    @AfterEach
    void restore() {
        System.clearProperty("logback.configurationFile");
        System.setOut(usual);
    }

    @Test
    void foreign_libraries_only_warn() {
        loggers.getLogger("org.eclipse.jetty").info("started");
        assertThat(printed()).isEmpty();

        loggers.getLogger("org.eclipse.jetty").warn("slow");
        assertThat(printed()).endsWith(" WARN  jetty slow" + NEWLINE);
    }

    @Test
    void switchboard_tells_what_it_does_and_not_how() {
        loggers.getLogger("switchboard.signaling.call.Calls").debug("turn");
        assertThat(printed()).isEmpty();

        loggers.getLogger("switchboard.signaling.call.Calls").info("call={}", 7);
        assertThat(printed()).endsWith(" INFO  Calls call=7" + NEWLINE);
    }

    @Test
    void progress_stands_there_once_and_as_it_is() {
        loggers.getLogger(Console.PROGRESS).info("1/9 Silero VAD … ✓");
        assertThat(printed()).isEqualTo("1/9 Silero VAD … ✓" + NEWLINE);
    }

    @Test
    void a_line_says_when() {
        long at = LocalDateTime.of(2026, 1, 2, 9, 5, 7, 3_000_000).atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
        LoggingEvent event = new LoggingEvent("", loggers.getLogger("a.B"), Level.ERROR, "gone", null, null);
        event.setTimeStamp(at);
        assertThat(new LineLayout().doLayout(event)).isEqualTo("09:05:07.003 ERROR B gone" + NEWLINE);
    }

    @Test
    void what_was_thrown_is_told_with_its_cause() {
        loggers.getLogger("switchboard.x").error("failed", new IllegalStateException("shut", new IllegalArgumentException("seven")));
        assertThat(printed()).contains("java.lang.IllegalStateException: shut", "Caused by: java.lang.IllegalArgumentException: seven",
                "at " + ConsoleTest.class.getName());
    }

    @Test
    void a_file_that_an_operator_names_goes_before() {
        System.setProperty("logback.configurationFile", "mine.xml");
        LoggerContext others = new LoggerContext();
        new Console().configure(others);
        assertThat(others.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).iteratorForAppenders()).isExhausted();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
