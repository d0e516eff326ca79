package switchboard.assistant;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.Company;

/** What time it is at a company: by the clock, or as it has been set so that dates can be tested. Thread-safe. */
final class CompanyTime {

    private static final Logger log = LoggerFactory.getLogger(CompanyTime.class);

    private final Clock clock;
    private final Supplier<Optional<String>> set;

    /** @param set an ISO local date and time, taken for the time of every company; read for each turn */
    CompanyTime(Clock clock, Supplier<Optional<String>> set) {
        this.clock = clock;
        this.set = set;
    }

    ZonedDateTime now(Company company) {
        return set.get().flatMap(CompanyTime::parsed).map(time -> time.atZone(company.business().timeZone()))
                .orElseGet(() -> clock.instant().atZone(company.business().timeZone()));
    }

    private static Optional<LocalDateTime> parsed(String time) {
        try {
            return Optional.of(LocalDateTime.parse(time.strip()));
        } catch (DateTimeParseException e) {
            log.error("{}={} is no ISO local date and time such as 2026-12-01T10:15; the machine's clock is used", CompanyAssistant.NOW, time);
            return Optional.empty();
        }
    }
}
