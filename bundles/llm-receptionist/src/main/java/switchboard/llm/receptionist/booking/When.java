package switchboard.llm.receptionist.booking;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import switchboard.api.time.SpokenTimes;

/**
 * A day and a time, as far as they are known.
 *
 * @param times the times that it can mean, the likeliest first
 * @param part  of the day, from another word than the time's: "tomorrow evening", later "at eight"
 * @param after any time from there on, where no time was told: "after six"
 * @param shift how far it is from a time that only the appointments know; zero if it is not told so
 */
record When(Optional<LocalDate> day, List<LocalTime> times, Optional<Part> part, Optional<LocalTime> after, Duration shift) {

    static final When UNKNOWN = new When(Optional.empty(), List.of(), Optional.empty());

    When(Optional<LocalDate> day, List<LocalTime> times, Optional<Part> part) {
        this(day, times, part, Optional.empty(), Duration.ZERO);
    }

    /** The same, any time from there on. */
    When after(LocalTime earliest) {
        return new When(day, times, part, Optional.of(earliest), shift);
    }

    /** A part of the day, with its hours, generously. */
    enum Part {
        MORNING("in the morning", "morning|breakfast", 0, 12), LUNCHTIME("for lunch", "lunch|lunchtime|midday", 11, 18), AFTERNOON("in the afternoon", "afternoon", 11, 18),
        EVENING("in the evening", "evening|tonight|dinner|dinnertime|supper|night", 16, 24);

        private final String phrase;
        private final String words;
        private final int from;
        private final int to;

        Part(String phrase, String words, int from, int to) {
            this.phrase = phrase;
            this.words = words;
            this.from = from;
            this.to = to;
        }

        /** The part that a text speaks of. */
        static Optional<Part> in(String plain) {
            return Stream.of(values()).filter(part -> plain.matches(".*\\b(?:" + part.words + ")\\b.*")).findFirst();
        }

        boolean holds(LocalTime time) {
            return time.getHour() >= from && time.getHour() < to;
        }
    }

    boolean isEmpty() {
        return day.isEmpty() && times.isEmpty() && shift.isZero();
    }

    /** The day alone. */
    When dayOnly() {
        return new When(day, List.of(), Optional.empty());
    }

    /** What is new replaces what was known. */
    When and(When later) {
        return new When(later.day.or(() -> day), later.times.isEmpty() ? times : later.times, later.part.or(() -> part), later.after.or(() -> later.part.isPresent() ? Optional.empty() : after), later.isEmpty() ? shift : later.shift);
    }

    /** Later or earlier than it was; of a time that is not known, how much. */
    When shifted(Duration by) {
        boolean days = by.toMinutes() % Duration.ofDays(1).toMinutes() == 0;
        if (days ? day.isEmpty() : times.isEmpty()) {
            return new When(day, times, part, after, shift.plus(by));
        }
        return days ? new When(day.map(known -> known.plusDays(by.toDays())), times, part)
                : new When(day, times.stream().map(time -> time.plus(by)).toList(), Optional.empty());
    }

    /** The times that are left when the part of the day, and what is already over, are considered. */
    List<LocalTime> possible(LocalDateTime now) {
        List<LocalTime> inPart = part.map(p -> times.stream().filter(p::holds).toList()).filter(some -> !some.isEmpty()).orElse(times);
        boolean today = day.filter(now.toLocalDate()::equals).isPresent();
        List<LocalTime> ahead = inPart.stream().filter(time -> !today || time.isAfter(now.toLocalTime())).toList();
        return ahead.isEmpty() ? inPart : ahead;
    }

    /** An ISO local date and time if both are certain, a date if no time is known, otherwise words, so that the opening hours decide. A shift is an ISO duration. */
    String text(SpokenTimes language, LocalDateTime now) {
        if (!shift.isZero()) {
            return shift.toString();
        }
        List<LocalTime> possible = possible(now);
        if (day.isPresent() && possible.size() == 1) {
            return day.get().atTime(possible.get(0)).toString();
        }
        if (possible.isEmpty()) {
            return day.map(LocalDate::toString).orElse("");
        }
        String time = "at " + (possible.size() == 1 ? language.say(possible.get(0)) : ambiguous(possible.get(0)));
        return day.map(d -> language.say(d, now.toLocalDate()) + " " + time).orElse(time);
    }

    /** The same, to be looked up: of a day without a time, the part that was named, or an interval with an open end as in ISO 8601. */
    String lookedUp(SpokenTimes language, LocalDateTime now) {
        boolean partOnly = day.isPresent() && times.isEmpty() && shift.isZero();
        if (partOnly && after.isPresent()) {
            return day.get().atTime(after.get()) + "/..";
        }
        return part.filter(named -> partOnly).map(named -> language.say(day.get(), now.toLocalDate()) + " " + named.phrase).orElseGet(() -> text(language, now));
    }

    /** As on a clock's face, so that it still means both halves of the day. */
    private static String ambiguous(LocalTime time) {
        String hour = hour(time.getHour());
        int minute = time.getMinute();
        return switch (minute) {
            case 0 -> hour;
            case 15 -> "quarter past " + hour;
            case 30 -> "half past " + hour;
            case 45 -> "quarter to " + hour(time.getHour() + 1);
            default -> "%d:%02d".formatted((time.getHour() + 11) % 12 + 1, minute);
        };
    }

    private static String hour(int hour) {
        return Numbers.word((hour + 11) % 12 + 1);
    }
}
