package switchboard.spoken.time;

import java.time.LocalTime;

/** "Half past seven in the evening", "noon", "seven oh three in the morning". */
final class SpokenClock {

    private static final int MINUTES_PER_HOUR = 60;

    private SpokenClock() {}

    static String of(LocalTime time) {
        int minute = time.getMinute();
        int hour = time.getHour();
        if (minute % 5 != 0) {
            return onTheDial(hour) + " " + (minute < 10 ? "oh " : "") + NumberWords.cardinal(minute) + part(hour);
        }
        if (minute == 0) {
            return hour(hour) + (hour % 12 == 0 ? "" : part(hour));
        }
        boolean past = minute <= 30;
        String minutes = minutes(past ? minute : MINUTES_PER_HOUR - minute) + (past ? " past " : " to ");
        int named = past ? hour : (hour + 1) % 24;
        return minutes + (named == 0 ? "midnight" : onTheDial(named) + part(hour));
    }

    private static String minutes(int minutes) {
        return switch (minutes) {
            case 15 -> "quarter";
            case 30 -> "half";
            default -> NumberWords.cardinal(minutes);
        };
    }

    private static String hour(int hour) {
        return hour == 0 ? "midnight" : hour == 12 ? "noon" : onTheDial(hour);
    }

    private static String onTheDial(int hour) {
        return NumberWords.cardinal(hour % 12 == 0 ? 12 : hour % 12);
    }

    private static String part(int hour) {
        if (hour < 12) {
            return " in the morning";
        }
        return hour < 18 ? " in the afternoon" : hour < 22 ? " in the evening" : " at night";
    }
}
