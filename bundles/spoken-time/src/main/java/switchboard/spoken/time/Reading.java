package switchboard.spoken.time;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes one mention of all that was found: the last word counts, parts of the day choose the hour. Used once. */
final class Reading {

    /** From so many days on, a mention is a weekend or a week. */
    private static final int VAGUE = 4;

    private final Phrase phrase;
    private List<LocalDate> days = List.of();
    private List<LocalTime> times = List.of();
    private Optional<DayPart> part = Optional.empty();
    private boolean partOfDays;
    private int daysEnd = -1;
    private int timesEnd = -1;

    Reading(Phrase phrase) {
        this.phrase = phrase;
    }

    /** Takes the next match, whose leading words start at {@code lead}. */
    void accept(Match match, int lead) {
        Meaning meaning = match.meaning();
        if (!meaning.days().isEmpty()) {
            acceptDays(match, Link.between(phrase, daysEnd, lead, match.from()));
        }
        if (!meaning.times().isEmpty()) {
            acceptTimes(match, Link.between(phrase, timesEnd, lead, match.from()));
        }
        if (meaning.part().isPresent() && Link.between(phrase, -1, lead, match.from()) != Link.DENIES) {
            part = meaning.part();
            partOfDays = !meaning.days().isEmpty();
        }
    }

    private void acceptDays(Match match, Link link) {
        if (link == Link.DENIES) {
            return;
        }
        List<LocalDate> found = match.meaning().days();
        if (partOfDays && link != Link.REPEATS) {
            part = Optional.empty();
        }
        List<LocalDate> narrowed = link == Link.CORRECTS || link == Link.ADDS ? List.of() : narrowed(found);
        days = !narrowed.isEmpty() ? narrowed : switch (link) {
            case ADDS, ENDS -> union(days, found);
            case REPEATS -> same(days, found).orElseGet(() -> union(days, found));
            default -> found;
        };
        daysEnd = match.to();
    }

    /** "Next week, maybe Thursday": of the vague days those of that weekday. */
    private List<LocalDate> narrowed(List<LocalDate> found) {
        boolean weekday = days.size() >= VAGUE && found.size() <= 2 && found.get(0).isBefore(phrase.today().plusDays(8));
        return weekday ? days.stream().filter(day -> day.getDayOfWeek() == found.get(0).getDayOfWeek()).toList() : List.of();
    }

    private void acceptTimes(Match match, Link link) {
        List<LocalTime> found = match.meaning().times();
        if (found.size() == 1 && times.size() == 2 && (link == Link.ENDS || link == Link.ADDS)) {
            times = List.of(closestBefore(found.get(0)));
        }
        if (link == Link.DENIES || link == Link.ENDS) {
            return;
        }
        times = switch (link) {
            case ADDS -> alternating(times, found);
            case REPEATS -> same(times, found).orElse(found);
            case CORRECTS -> times.size() == 1 && found.size() == 2 ? Hours.half(found, times.get(0).getHour() >= 12) : found;
            default -> found;
        };
        timesEnd = match.to();
    }

    /** The six of "between six and seven pm". */
    private LocalTime closestBefore(LocalTime end) {
        return times.stream().filter(time -> time.isBefore(end)).max(Comparator.naturalOrder()).orElse(times.get(0));
    }

    List<LocalTime> times() {
        List<LocalTime> chosen = part.map(p -> times.isEmpty() ? p.likely() : p.of(times)).orElseGet(this::byMeal);
        if (!days.equals(List.of(phrase.today()))) {
            return chosen;
        }
        List<LocalTime> ahead = chosen.stream().filter(time -> !isOver(time)).toList();
        return ahead.isEmpty() ? chosen : ahead;
    }

    /** Today cannot be meant if all its times are over and another day may be. */
    List<LocalDate> days() {
        List<LocalTime> chosen = times();
        boolean over = !chosen.isEmpty() && chosen.stream().allMatch(this::isOver);
        return days.size() > 1 && over ? days.stream().filter(day -> !day.equals(phrase.today())).toList() : days;
    }

    /** At midnight the day begins that "tonight at midnight" ends with, so midnight is never over. */
    private boolean isOver(LocalTime time) {
        return !time.equals(LocalTime.MIDNIGHT) && time.isBefore(phrase.now().toLocalTime());
    }

    private List<LocalTime> byMeal() {
        if (times.size() != 2) {
            return times;
        }
        return IntStream.range(0, phrase.size()).mapToObj(i -> DayPart.ofMeal(phrase.word(i))).flatMap(Optional::stream).findFirst()
                .map(meal -> meal.of(times)).orElse(times);
    }

    private static <T> Optional<List<T>> same(List<T> known, List<T> found) {
        List<T> both = found.stream().filter(known::contains).toList();
        return both.isEmpty() ? Optional.empty() : Optional.of(both);
    }

    private static <T> List<T> union(List<T> known, List<T> found) {
        LinkedHashSet<T> all = new LinkedHashSet<>(known);
        all.addAll(found);
        return List.copyOf(all);
    }

    /** The likeliest of both first: 19:00, 20:00, 7:00, 8:00. */
    private static List<LocalTime> alternating(List<LocalTime> known, List<LocalTime> found) {
        List<LocalTime> all = new ArrayList<>();
        for (int i = 0; i < Math.max(known.size(), found.size()); i++) {
            if (i < known.size()) {
                all.add(known.get(i));
            }
            if (i < found.size()) {
                all.add(found.get(i));
            }
        }
        return all.stream().distinct().toList();
    }
}
