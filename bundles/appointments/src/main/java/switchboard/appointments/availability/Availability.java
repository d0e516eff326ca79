package switchboard.appointments.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import switchboard.api.company.BookingRules;
import switchboard.api.company.BookingRules.Resource;
import switchboard.api.company.OpeningHours;
import switchboard.appointments.availability.Answer.NotFree;

/**
 * Says when a company has something free, as of a moment. Tables are not put together: a party needs one resource that is
 * large enough. Immutable.
 *
 * @param now the company's time
 */
public record Availability(ZoneId zone, OpeningHours hours, BookingRules rules, ZonedDateTime now) {

    /** How many days after the wish are searched for alternatives. */
    public static final int DAYS_AHEAD = 14;

    private static final int ALTERNATIVES = 3;
    /** Whole dates: the ear keeps no three of them. */
    private static final int OTHER_DAYS = 2;

    /** The same, if there were only one resource. */
    public Availability only(Resource resource) {
        return new Availability(zone, hours, new BookingRules(List.of(resource), rules.durations(), rules.buffer(), rules.horizon(), rules.notice()), now);
    }

    /** Whether a wish can be fulfilled, and what could be had instead. */
    public Answer ask(Wish wish, Occupancy taken) {
        Optional<Reason> obstacle = obstacle(wish);
        Optional<Resource> resource = obstacle.isPresent() ? Optional.empty() : resource(wish, taken);
        if (resource.isPresent()) {
            return new Answer.Free(resource.get());
        }
        return new NotFree(obstacle.orElse(Reason.TAKEN), alternatives(wish, taken));
    }

    /** All beginnings that are free on a company's day, in order. After midnight it is still the day on which it opened. */
    public List<ZonedDateTime> free(LocalDate day, int party, Duration duration, Occupancy taken) {
        return Stretch.on(hours, zone, day).stream().flatMap(Availability::grid)
                .map(start -> new Wish(start, party, duration))
                .filter(wish -> obstacle(wish).isEmpty() && resource(wish, taken).isPresent())
                .map(Wish::start).distinct().sorted().toList();
    }

    /** Why a company's day has nothing free, and what the next days have about noon. */
    public NotFree nothing(LocalDate day, int party, Duration duration, Occupancy taken) {
        Wish noon = new Wish(day.atTime(LocalTime.NOON).atZone(zone), party, duration);
        Reason reason = party > largestParty() ? Reason.PARTY_TOO_LARGE
                : day.isBefore(now.toLocalDate()) ? Reason.PAST
                : day.isAfter(lastDay()) ? Reason.TOO_FAR
                : Stretch.on(hours, zone, day).isEmpty() ? Reason.CLOSED : Reason.TAKEN;
        return new NotFree(reason, later(noon, day, taken));
    }

    /** Whether a wish lies within the opening hours, whatever is taken. */
    public boolean isOpen(Wish wish) {
        LocalDate day = wish.start().toLocalDate();
        return Stretch.between(hours, zone, day.minusDays(1), day.plusDays(1)).stream()
                .anyMatch(stretch -> stretch.contains(wish.start(), wish.duration()));
    }

    /** The company's day to which a time belongs: the day before, if it is open past midnight. */
    public LocalDate dayOf(ZonedDateTime time) {
        LocalDate day = time.toLocalDate();
        boolean yesterday = Stretch.on(hours, zone, day.minusDays(1)).stream().anyMatch(stretch -> stretch.contains(time))
                && Stretch.on(hours, zone, day).stream().noneMatch(stretch -> stretch.contains(time));
        return yesterday ? day.minusDays(1) : day;
    }

    /** The quarters of an hour that matter to an answer about a time: [from, to) of all that has to be known to be taken. */
    public List<Instant> searched(ZonedDateTime time) {
        LocalDate today = now.toLocalDate();
        LocalDate day = time.toLocalDate().isBefore(today) ? today : time.toLocalDate();
        return List.of(day.minusDays(1).atStartOfDay(zone).toInstant(), day.plusDays(DAYS_AHEAD + 4).atStartOfDay(zone).toInstant());
    }

    /** The last day for which bookings are taken. */
    public LocalDate lastDay() {
        return now.plus(rules.horizon()).toLocalDate();
    }

    /** The most people that one resource is for. */
    public int largestParty() {
        return rules.resources().stream().mapToInt(Resource::capacity).max().orElseThrow();
    }

    private Optional<Reason> obstacle(Wish wish) {
        ZonedDateTime start = wish.start();
        if (wish.party() > largestParty()) {
            return Optional.of(Reason.PARTY_TOO_LARGE);
        }
        if (start.isBefore(now)) {
            return Optional.of(Reason.PAST);
        }
        if (start.toLocalDate().isAfter(lastDay())) {
            return Optional.of(Reason.TOO_FAR);
        }
        if (!isOpen(wish)) {
            return Optional.of(Stretch.on(hours, zone, dayOf(start)).isEmpty() ? Reason.CLOSED : Reason.OUTSIDE_HOURS);
        }
        if (start.isBefore(now.plus(rules.notice()))) {
            return Optional.of(Reason.TOO_SOON);
        }
        return Occupancy.isOnGrid(start.toInstant()) ? Optional.empty() : Optional.of(Reason.OFF_GRID);
    }

    private Optional<Resource> resource(Wish wish, Occupancy taken) {
        List<Instant> quarters = Occupancy.quarters(wish.start().toInstant(), wish.duration().plus(rules.buffer()));
        return rules.resources().stream().filter(resource -> resource.capacity() >= wish.party())
                .filter(resource -> taken.isFree(resource.name(), quarters))
                .min(Comparator.comparingInt(Resource::capacity));
    }

    private List<ZonedDateTime> alternatives(Wish wish, Occupancy taken) {
        LocalDate day = dayOf(wish.start());
        List<ZonedDateTime> sameDay = near(free(day, wish.party(), wish.duration(), taken), wish.start());
        return sameDay.isEmpty() ? later(wish, day, taken) : sameDay;
    }

    /** The nearest before, the nearest after, and the next nearest of either side. */
    private static List<ZonedDateTime> near(List<ZonedDateTime> free, ZonedDateTime wanted) {
        List<ZonedDateTime> nearest = free.stream().sorted(Comparator.comparing(start -> distance(start, wanted))).toList();
        Stream<ZonedDateTime> sides = Stream.concat(
                nearest.stream().filter(start -> start.isBefore(wanted)).findFirst().stream(),
                nearest.stream().filter(start -> start.isAfter(wanted)).findFirst().stream());
        return Stream.concat(sides, nearest.stream()).distinct().limit(ALTERNATIVES).sorted().toList();
    }

    /** About the same time on the next days that have something free. */
    private List<ZonedDateTime> later(Wish wish, LocalDate day, Occupancy taken) {
        LocalDate from = day.isBefore(now.toLocalDate()) ? now.toLocalDate() : day.plusDays(1);
        List<ZonedDateTime> found = new ArrayList<>();
        for (LocalDate next = from; next.isBefore(from.plusDays(DAYS_AHEAD)) && found.size() < OTHER_DAYS; next = next.plusDays(1)) {
            ZonedDateTime sameTime = wish.start().plusDays(ChronoUnit.DAYS.between(day, next));
            free(next, wish.party(), wish.duration(), taken).stream()
                    .min(Comparator.comparing(start -> distance(start, sameTime))).ifPresent(found::add);
        }
        return found;
    }

    /** The grid within a stretch. A time that the clock shows twice counts once, since nobody can say which is meant. */
    private static Stream<ZonedDateTime> grid(Stretch stretch) {
        long grid = BookingRules.GRID.toSeconds();
        long first = -Math.floorDiv(-stretch.from().toEpochSecond(), grid) * grid;
        return Stream.iterate(Instant.ofEpochSecond(first).atZone(stretch.from().getZone()), stretch::contains, time -> time.plusSeconds(grid))
                .filter(time -> time.equals(time.withEarlierOffsetAtOverlap()));
    }

    private static Duration distance(ZonedDateTime a, ZonedDateTime b) {
        return Duration.between(a, b).abs();
    }
}
