package switchboard.appointments.availability;

import java.time.Duration;
import java.time.ZonedDateTime;

/**
 * What somebody would like to book.
 *
 * @param start    in the company's time zone
 * @param party    how many people; positive
 * @param duration how long it takes, without the rest afterwards
 */
public record Wish(ZonedDateTime start, int party, Duration duration) {

    public Wish {
        if (party < 1) {
            throw new IllegalArgumentException("party must be positive: " + party);
        }
    }

    public Wish at(ZonedDateTime other) {
        return new Wish(other, party, duration);
    }
}
