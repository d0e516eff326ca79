package switchboard.logback.console;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.LayoutBase;

/** The message alone. Thread-safe. */
final class BareLayout extends LayoutBase<ILoggingEvent> {

    @Override
    public String doLayout(ILoggingEvent event) {
        return event.getFormattedMessage() + CoreConstants.LINE_SEPARATOR;
    }
}
