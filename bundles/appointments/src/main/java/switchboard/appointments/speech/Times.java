package switchboard.appointments.speech;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import switchboard.api.time.Mention;
import switchboard.api.time.SpokenTimes;

/**
 * Dates and times in one language. Without a service that knows the language nothing is understood, and what is said is what
 * is printed in a diary.
 *
 * @param plainDay how a day is printed
 */
public record Times(Optional<SpokenTimes> spoken, DateTimeFormatter plainDay) {

    private static final DateTimeFormatter PLAIN_TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    Mention find(String text, LocalDateTime now) {
        return spoken.map(service -> service.find(text, now)).orElse(Mention.NONE);
    }

    String say(LocalDate day, LocalDate today) {
        return spoken.map(service -> service.say(day, today))
                .orElseGet(() -> day.format(plainDay));
    }

    String say(LocalTime time) {
        return spoken.map(service -> service.say(time))
                .orElseGet(() -> time.format(PLAIN_TIME));
    }
}
