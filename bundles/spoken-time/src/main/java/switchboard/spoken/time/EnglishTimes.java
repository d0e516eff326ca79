package switchboard.spoken.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import switchboard.api.time.Mention;
import switchboard.api.time.SpokenTimes;

/** The dates and times of English, British and American. Immutable. */
@Component(property = "language=en")
public final class EnglishTimes implements SpokenTimes {

    private final Grammar grammar = new Grammar();

    /** Loads all classes, so that no caller waits for them. */
    public EnglishTimes() {
        find("tomorrow at seven, sorry, eight", LocalDateTime.of(2026, 1, 1, 12, 0));
    }

    @Override
    public Mention find(String text, LocalDateTime now) {
        Phrase phrase = Phrase.of(text, now);
        List<Match> matches = grammar.matches(phrase);
        Reading reading = new Reading(phrase);
        Rest rest = new Rest(phrase);
        int limit = 0;
        for (Match match : matches) {
            if (!match.meaning().isNeither()) {
                int lead = Link.lead(phrase, match, limit);
                reading.accept(match, lead);
                rest.remove(lead, match.to());
            }
            limit = match.to();
        }
        List<LocalDate> days = reading.days();
        List<LocalTime> times = reading.times();
        return days.isEmpty() && times.isEmpty() ? Mention.NONE : new Mention(days, times, rest.text());
    }

    @Override
    public String say(LocalDate day, LocalDate today) {
        return SpokenDay.of(day, today);
    }

    @Override
    public String say(LocalTime time) {
        return SpokenClock.of(time);
    }
}
