package switchboard.appointments.tools;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import switchboard.api.time.Mention;
import switchboard.api.time.SpokenTimes;

/** Understands as much English as these tests speak. */
final class FakeTimes implements SpokenTimes {

    private static final List<String> HOURS = List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final List<LocalTime> EVENING = List.of(LocalTime.of(19, 0), LocalTime.of(18, 0), LocalTime.of(20, 30));
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
            "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth");

    @Override
    public Mention find(String text, LocalDateTime now) {
        String said = text.toLowerCase(Locale.ROOT);
        List<LocalDate> days = new ArrayList<>();
        if (said.contains("tomorrow")) {
            days.add(now.toLocalDate().plusDays(1));
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            if (said.contains(day.name().toLowerCase(Locale.ROOT))) {
                LocalDate next = now.toLocalDate().with(TemporalAdjusters.next(day));
                days.add(next);
                if (said.contains("next ")) {
                    days.add(next.plusWeeks(1));
                }
            }
        }
        List<LocalTime> times = IntStream.range(0, 12).filter(hour -> said.matches(".*(at|past|to) " + HOURS.get(hour) + "\\b.*")).boxed()
                .flatMap(hour -> IntStream.of((hour + 1) % 12, (hour + 1) % 12 + 12).mapToObj(h -> LocalTime.of(h, minute(said)))).toList();
        return new Mention(days, said.contains("evening") && times.isEmpty() ? EVENING : times, "");
    }

    private static int minute(String said) {
        return said.contains("half past") ? 30 : said.contains("quarter past") ? 15 : 0;
    }

    @Override
    public String say(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "today";
        }
        if (day.equals(today.plusDays(1))) {
            return "tomorrow";
        }
        String month = day.getMonth().name();
        String ordinal = day.getDayOfMonth() <= ORDINALS.size() ? ORDINALS.get(day.getDayOfMonth() - 1) : day.getDayOfMonth() + "th";
        return capital(day.getDayOfWeek().name()) + ", the " + ordinal + " of " + capital(month);
    }

    @Override
    public String say(LocalTime time) {
        String part = time.getHour() < 12 ? " in the morning" : time.getHour() < 18 ? " in the afternoon" : " in the evening";
        String hour = HOURS.get((time.getHour() + 11) % 12);
        String next = HOURS.get(time.getHour() % 12);
        return switch (time.getMinute()) {
            case 0 -> hour;
            case 15 -> "quarter past " + hour;
            case 30 -> "half past " + hour;
            case 45 -> "quarter to " + next;
            default -> hour + " " + time.getMinute();
        } + part;
    }

    private static String capital(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
