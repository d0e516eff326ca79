package switchboard.test.framework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggingTest {

    @Test
    void what_is_logged_goes_to_logback() {
        assertThat(LoggerFactory.getILoggerFactory().getClass().getName()).startsWith("ch.qos.logback.");
    }

    @Test
    void foreign_libraries_only_warn_and_switchboard_tells_what_it_does() {
        assertThat(LoggerFactory.getLogger("org.example").isWarnEnabled()).isTrue();
        assertThat(LoggerFactory.getLogger("org.example").isInfoEnabled()).isFalse();
        assertThat(LoggerFactory.getLogger("switchboard.example").isInfoEnabled()).isTrue();
        assertThat(LoggerFactory.getLogger("switchboard.example").isDebugEnabled()).isFalse();
    }
}
