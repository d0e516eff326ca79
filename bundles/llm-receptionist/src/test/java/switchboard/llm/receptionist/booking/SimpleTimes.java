package switchboard.llm.receptionist.booking;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import switchboard.api.time.Mention;
import switchboard.api.time.SpokenTimes;

/** As much of dates and times as the dialogues of the tests need. */
final class SimpleTimes implements SpokenTimes {

    private static final String DAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
    private static final String MONTH = "january|february|march|april|may|june|july|august|september|october|november|december";
    private static final List<String> ORDINALS = List.of(("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
            + " seventeenth eighteenth nineteenth twentieth").split(" "));
    private static final String HOUR = "(" + Numbers.NUMBER + ")";
    private static final Pattern NEAR = Pattern.compile("\\b(day after tomorrow|tomorrow|today|tonight|this evening)\\b");
    private static final Pattern WEEKDAY = Pattern.compile("\\b(next )?(" + DAY + ")s?\\b");
    private static final Pattern DATE = Pattern.compile("\\b(?:(?:the )?(" + String.join("|", ORDINALS) + ") of (" + MONTH + ")|(" + MONTH + ") (?:the )?(" + String.join("|", ORDINALS) + "))\\b");
    private static final Pattern NOON = Pattern.compile("\\b(?:at )?(noon|midday)\\b");
    private static final Pattern PAST = Pattern.compile("\\b(?:at )?(half|quarter) (past|to) " + HOUR + "(?: in the (morning|afternoon|evening))?");
    private static final Pattern DIGITS = Pattern.compile("\\b(?:at )?(\\d{1,2}):(\\d\\d)(?: ?(am|pm))?\\b");
    private static final Pattern CLOCK = Pattern.compile("\\b(?:at |around |about )?" + HOUR + "(?: (thirty|fifteen|forty five))?(?: o'clock)?(?: (am|pm|in the morning|in the afternoon|in the evening))\\b|\\b" + HOUR
            + " o'clock\\b|\\b(?:at|around|about) " + HOUR + "(?: (thirty|fifteen|forty five))?\\b|\\b" + HOUR + " (thirty|fifteen|forty five)\\b");

    @Override
    public Mention find(String text, LocalDateTime now) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("(?<=[a-z])ish\\b", " o'clock");
        List<LocalDate> days = days(plain, now.toLocalDate());
        List<LocalTime> times = times(plain);
        return days.isEmpty() && times.isEmpty() ? Mention.NONE : new Mention(days, times, text);
    }

    private static List<LocalDate> days(String plain, LocalDate today) {
        Matcher date = DATE.matcher(plain);
        if (date.find()) {
            int day = ORDINALS.indexOf(date.group(1) == null ? date.group(4) : date.group(1));
            Month month = Month.valueOf((date.group(2) == null ? date.group(3) : date.group(2)).toUpperCase(Locale.ROOT));
            LocalDate found = LocalDate.of(today.getYear(), month, day);
            return List.of(found.isBefore(today) ? found.plusYears(1) : found);
        }
        Matcher near = NEAR.matcher(plain);
        if (near.find()) {
            return List.of(today.plusDays(near.group(1).startsWith("day") ? 2 : near.group(1).equals("tomorrow") ? 1 : 0));
        }
        List<LocalDate> found = new ArrayList<>();
        for (Matcher weekday = WEEKDAY.matcher(plain); weekday.find() && found.isEmpty(); ) {
            found.add(today.with(TemporalAdjusters.next(DayOfWeek.valueOf(weekday.group(2).toUpperCase(Locale.ROOT)))));
        }
        return found;
    }

    private static List<LocalTime> times(String plain) {
        if (NOON.matcher(plain).find()) {
            return List.of(LocalTime.NOON);
        }
        Matcher past = PAST.matcher(plain);
        if (past.find()) {
            int minutes = past.group(1).equals("half") ? 30 : 15;
            return halves(Numbers.value(past.group(3)), past.group(2).equals("to") ? -minutes : minutes, past.group(4));
        }
        Matcher digits = DIGITS.matcher(plain);
        if (digits.find()) {
            return halves(OptionalInt.of(Integer.parseInt(digits.group(1))), Integer.parseInt(digits.group(2)), digits.group(3));
        }
        Matcher clock = CLOCK.matcher(plain);
        if (clock.find()) {
            String hour = first(clock, 1, 4, 5, 7);
            String minutes = first(clock, 2, 6, 8);
            return halves(Numbers.value(hour), minutes.isEmpty() ? 0 : minutes.equals("thirty") ? 30 : minutes.equals("fifteen") ? 15 : 45, clock.group(3));
        }
        return List.of();
    }

    private static String first(Matcher matcher, int... groups) {
        for (int group : groups) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }

    private static List<LocalTime> halves(OptionalInt hour, int minutes, String half) {
        if (hour.isEmpty() || hour.getAsInt() > 23) {
            return List.of();
        }
        LocalTime time = LocalTime.of(hour.getAsInt(), 0).plusMinutes(minutes);
        if (half != null) {
            boolean morning = half.equals("am") || half.endsWith("morning");
            return List.of(time.getHour() < 12 == morning ? time : time.plusHours(12));
        }
        return hour.getAsInt() > 12 || hour.getAsInt() == 0 ? List.of(time) : List.of(time, time.plusHours(12));
    }

    @Override
    public String say(LocalDate day, LocalDate today) {
        String weekday = day.getDayOfWeek().toString();
        return weekday.charAt(0) + weekday.substring(1).toLowerCase(Locale.ROOT) + ", the " + day.getDayOfMonth() + " of " + day.getMonth().toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public String say(LocalTime time) {
        return time.getHour() % 12 + ":" + "%02d".formatted(time.getMinute()) + (time.getHour() < 12 ? " am" : " pm");
    }
}
