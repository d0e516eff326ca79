package switchboard.logback.console;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A line that says when, how grave, who and what, for example {@code 09:05:07.003 INFO  Migration schema version=1}, and below it
 * the stack of what was thrown. Thread-safe.
 */
final class LineLayout extends LayoutBase<ILoggingEvent> {

    private static final int LONGEST_LEVEL = 5;

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder();
        appendTime(line, LocalTime.ofInstant(Instant.ofEpochMilli(event.getTimeStamp()), ZoneId.systemDefault()));
        appendLevel(line, event.getLevel());
        String logger = event.getLoggerName();
        line.append(logger, logger.lastIndexOf('.') + 1, logger.length()).append(' ');
        line.append(event.getFormattedMessage()).append(CoreConstants.LINE_SEPARATOR);
        if (event.getThrowableProxy() != null) {
            line.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return line.toString();
    }

    private static void appendTime(StringBuilder line, LocalTime time) {
        appendNumber(line, time.getHour(), 2).append(':');
        appendNumber(line, time.getMinute(), 2).append(':');
        appendNumber(line, time.getSecond(), 2).append('.');
        appendNumber(line, time.getNano() / 1_000_000, 3).append(' ');
    }

    private static StringBuilder appendNumber(StringBuilder line, int number, int digits) {
        String text = Integer.toString(number);
        return line.append("0".repeat(digits - text.length())).append(text);
    }

    private static void appendLevel(StringBuilder line, Level level) {
        String text = level.toString();
        line.append(text).append(" ".repeat(LONGEST_LEVEL - text.length() + 1));
    }
}
