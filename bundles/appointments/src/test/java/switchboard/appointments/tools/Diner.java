package switchboard.appointments.tools;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import switchboard.api.company.BookingRules;
import switchboard.api.company.BookingRules.Resource;
import switchboard.api.company.Company;
import switchboard.api.company.Company.Business;
import switchboard.api.company.OpeningHours;
import switchboard.api.company.OpeningHours.Span;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.tool.ToolCall;

/** Companies to book at. It is Tuesday, the first of December 2026, ten in the morning. */
final class Diner {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final ZonedDateTime NOW = ZonedDateTime.of(2026, 12, 1, 10, 0, 0, 0, BERLIN);
    static final Span EVENING = new Span(LocalTime.of(17, 0), LocalTime.of(23, 0));

    /** Dinner on Tuesday, Thursday, Friday until one, and Saturday. */
    static final OpeningHours HOURS = new OpeningHours(
            Map.of(TUESDAY, List.of(EVENING), THURSDAY, List.of(EVENING), FRIDAY, List.of(new Span(LocalTime.of(17, 0), LocalTime.of(1, 0))),
                    SATURDAY, List.of(EVENING)),
            Map.of(LocalDate.of(2026, 12, 24), List.of()));
    static final BookingRules RULES = new BookingRules(
            List.of(new Resource("table 1", 2), new Resource("table 2", 4), new Resource("table 3", 6)),
            Map.of("dinner", Duration.ofHours(2)), Duration.ofMinutes(15), Duration.ofDays(60), Duration.ofHours(1));
    static final Company DINER = company("diner", HOURS, RULES);

    static final Company DENTIST = company("dentist",
            new OpeningHours(Map.of(TUESDAY, List.of(new Span(LocalTime.of(8, 0), LocalTime.of(21, 0)))), Map.of()),
            new BookingRules(List.of(new Resource("chair 1", 1)), kinds(), Duration.ofMinutes(10), Duration.ofDays(60), Duration.ZERO));

    private Diner() {
    }

    static ToolCall call(Company company, int turn, String arguments) {
        return new ToolCall(company, "call-1", turn, NOW, arguments.replace('\'', '"'));
    }

    static Company company(String id, OpeningHours hours, BookingRules rules) {
        return company(id, hours, rules, Set.of());
    }

    static Company company(String id, OpeningHours hours, BookingRules rules, Set<String> tools) {
        return new Company(id, id, "en", "", "", "", new Company.Voice("any", 1), Company.ModelChoice.ANY, LanguageModelSettings.EMBEDDED,
                Company.Endpointing.DEFAULT, Optional.empty(), Company.CallLimits.DEFAULT,
                new Business(BERLIN, hours, Optional.of(rules), tools), Company.Interruption.DEFAULT);
    }

    private static Map<String, Duration> kinds() {
        Map<String, Duration> kinds = new LinkedHashMap<>();
        kinds.put("check-up", Duration.ofMinutes(30));
        kinds.put("cleaning", Duration.ofMinutes(45));
        return kinds;
    }
}
