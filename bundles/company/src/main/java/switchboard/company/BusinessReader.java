package switchboard.company;

import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import switchboard.api.company.BookingRules;
import switchboard.api.company.BookingRules.Resource;
import switchboard.api.company.Company.Business;
import switchboard.api.company.OpeningHours;

/** Reads when a company is open and what can be booked. */
final class BusinessReader {

    /** Needs nothing that can be booked. */
    private static final String FOR_EVERY_COMPANY = "request_callback";

    private BusinessReader() {}

    static Business read(Settings settings) {
        ZoneId zone = settings.parsed("time.zone", ZoneId::of).orElseGet(ZoneId::systemDefault);
        OpeningHours hours = HoursReader.read(settings);
        Optional<BookingRules> bookings = bookings(settings);
        List<String> all = Keys.COMPANY.get("tools").examples();
        List<String> usual = bookings.isPresent() ? all : all.stream().filter(FOR_EVERY_COMPANY::equals).toList();
        List<String> tools = settings.has("tools") ? settings.list("tools") : usual;
        return new Business(zone, hours, bookings, Set.copyOf(tools));
    }

    private static Optional<BookingRules> bookings(Settings settings) {
        Map<String, Integer> resources = numbered(settings, "bookings.resources");
        Map<String, Integer> durations = numbered(settings, "bookings.durations");
        if (!resources.isEmpty() && settings.list("bookings.durations").isEmpty()) {
            settings.refuse("bookings.durations", List.of(), "left out, or name a kind of booking such as 'dinner: 120', because 'bookings.resources' is given");
        }
        if (resources.isEmpty() || durations.isEmpty()) {
            return Optional.empty();
        }
        if (!settings.has("hours")) {
            settings.miss("hours", "because 'bookings.resources' is: bookings are made for the time when the company is open");
        }
        Map<String, Duration> lengths = new LinkedHashMap<>();
        durations.forEach((kind, minutes) -> lengths.put(kind, Duration.ofMinutes(minutes)));
        return Optional.of(new BookingRules(
                resources.entrySet().stream().map(entry -> new Resource(entry.getKey(), entry.getValue())).toList(),
                lengths,
                Duration.ofMinutes(settings.integer("bookings.buffer.min")),
                Duration.ofDays(settings.integer("bookings.horizon.days")),
                Duration.ofMinutes(settings.integer("bookings.notice.min"))));
    }

    /** Entries such as "table 1: 2", in their order. */
    private static Map<String, Integer> numbered(Settings settings, String key) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        settings.parsedList(key, text -> {
            int colon = text.lastIndexOf(':');
            if (numbers.putIfAbsent(text.substring(0, colon).strip(), Integer.valueOf(text.substring(colon + 1).strip())) != null) {
                throw new Settings.UnfitException("its name is given twice");
            }
            return true;
        });
        return numbers;
    }
}
