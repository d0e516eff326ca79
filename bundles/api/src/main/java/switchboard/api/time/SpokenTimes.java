package switchboard.api.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Understands and says dates and times of one language.
 *
 * <p><b>Service.</b> With the property {@code language}.
 * <p><b>Threading.</b> Thread-safe, stateless, no I/O; well below a millisecond a phrase. The clock is the caller's.
 */
@ProviderType
public interface SpokenTimes {

    /**
     * The day and the time that a text names, wherever in it they stand.
     *
     * @param text what was said, for example "for four of us, the day after tomorrow at half past seven"
     * @param now  the reference: the company's local time
     * @return never null; {@link Mention#NONE} if the text names neither
     */
    Mention find(String text, LocalDateTime now);

    /**
     * The same text with what it says of days, times and numbers in English words, which a dialogue that was written for English
     * understands; the other words stay. English itself is left as it is.
     */
    default String inEnglish(String text) {
        return text;
    }

    /** A day for the ear, for example "Friday, the third of December", "today" or "tomorrow". */
    String say(LocalDate day, LocalDate today);

    /** A time for the ear, for example "half past seven in the evening" or "noon". */
    String say(LocalTime time);
}
