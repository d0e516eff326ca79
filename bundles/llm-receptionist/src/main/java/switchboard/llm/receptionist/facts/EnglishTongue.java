package switchboard.llm.receptionist.facts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import switchboard.api.company.OpeningHours.Span;

/** English. */
enum EnglishTongue implements Tongue {

    TONGUE;

    private static final List<String> SMALL = List.of("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" "));
    private static final List<String> TENS = List.of("- ten twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
    private static final List<String> ORDINALS = List.of("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(" "));
    private static final Map<String, List<String>> MONEY = Map.of("€", List.of("euro", "euros", "cent", "cents"), "£", List.of("pound", "pounds", "penny", "pence"),
            "$", List.of("dollar", "dollars", "cent", "cents"));
    private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("km", "kilometre"), Map.entry("m", "metre"), Map.entry("cm", "centimetre"), Map.entry("mm", "millimetre"),
            Map.entry("kg", "kilogram"), Map.entry("g", "gram"), Map.entry("l", "litre"), Map.entry("ml", "millilitre"), Map.entry("h", "hour"), Map.entry("min", "minute"),
            Map.entry("MB", "megabyte"), Map.entry("GB", "gigabyte"), Map.entry("°C", "degree"));
    private static final Map<String, String> WORDS = Map.of("%", "percent", "&", "and", "/h", "an hour", "/hr", "an hour", "/day", "a day", "/night", "a night",
            "/week", "a week", "/month", "a month", "m²", "square metres", "24/7", "around the clock");

    @Override
    public String number(long number) {
        if (number < 20) {
            return SMALL.get((int) number);
        }
        if (number < 100) {
            return TENS.get((int) number / 10) + (number % 10 == 0 ? "" : " " + number(number % 10));
        }
        long unit = number < 1_000 ? 100 : number < 1_000_000 ? 1_000 : 1_000_000;
        String rest = number % unit == 0 ? "" : (number % unit < 100 ? " and " : " ") + number(number % unit);
        return number(number / unit) + (unit == 100 ? " hundred" : unit == 1_000 ? " thousand" : " million") + rest;
    }

    @Override
    public String year(int year) {
        int century = year / 100;
        int rest = year % 100;
        if (century == 20 && rest < 10) {
            return number(year);
        }
        return number(century) + " " + (rest == 0 ? "hundred" : rest < 10 ? "oh " + number(rest) : number(rest));
    }

    @Override
    public String money(long major, int minor, String currency) {
        List<String> names = MONEY.get(currency);
        if (major == 0 && minor > 0) {
            return number(minor) + " " + names.get(minor == 1 ? 2 : 3);
        }
        return number(major) + " " + names.get(major == 1 ? 0 : 1) + (minor == 0 ? "" : " " + number(minor));
    }

    @Override
    public String point() {
        return "point";
    }

    @Override
    public String unit(String written, boolean one) {
        return UNITS.containsKey(written) ? UNITS.get(written) + (one ? "" : "s") : WORDS.getOrDefault(written, written);
    }

    @Override
    public String say(LocalTime time) {
        return time.getMinute() == 0 && time.getHour() % 12 == 0 ? clock(time) : clock(time) + part(time);
    }

    /** A time of day without its part: "half past seven". */
    static String clock(LocalTime time) {
        int minute = time.getMinute();
        int hour = time.getHour();
        String named = TONGUE.number(hour % 12 == 0 ? 12 : hour % 12);
        return switch (minute) {
            case 0 -> hour == 0 ? "midnight" : hour == 12 ? "noon" : named;
            case 15 -> "quarter past " + named;
            case 30 -> "half past " + named;
            case 45 -> "quarter to " + TONGUE.number(hour % 12 + 1);
            default -> named + " " + (minute < 10 ? "oh " : "") + TONGUE.number(minute);
        };
    }

    private static String part(LocalTime time) {
        int hour = time.getHour();
        return hour < 12 ? " in the morning" : hour < 18 ? " in the afternoon" : hour < 22 ? " in the evening" : " at night";
    }

    @Override
    public String say(Span span) {
        return "from " + say(span.from()) + " to " + (part(span.from()).equals(part(span.to())) ? clock(span.to()) : say(span.to()));
    }

    @Override
    public String say(List<DayOfWeek> days) {
        List<String> names = days.stream().map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)).toList();
        return Tongue.isRow(days) ? "from " + names.get(0) + " to " + names.get(names.size() - 1) : "on " + Tongue.join(names, "and");
    }

    @Override
    public String say(LocalDate day, LocalDate today) {
        if (day.equals(today) || day.equals(today.plusDays(1))) {
            return day.equals(today) ? "today" : "tomorrow";
        }
        int number = day.getDayOfMonth();
        return "on " + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ", the " + ordinal(number) + " of " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                + (day.isBefore(today.plusYears(1)) ? "," : " " + year(day.getYear()) + ",");
    }

    /** "Third" or "twentieth"; below 100. */
    static String ordinal(int number) {
        return number < 20 ? ORDINALS.get(number) : number % 10 == 0 ? TENS.get(number / 10).replaceFirst("y$", "ieth") : TENS.get(number / 10) + " " + ORDINALS.get(number % 10);
    }

    @Override
    public String open(String day, List<String> spans) {
        return Tongue.capital(day) + (spans.isEmpty() ? " we are closed." : " we are open " + Tongue.join(spans, "and") + ".");
    }

    @Override
    public String openNow(boolean open, LocalTime until) {
        return open ? "Yes, we are open until " + say(until) + "." : "No, we are closed at the moment.";
    }

    @Override
    public String sign(char sign) {
        return switch (sign) {
            case '@' -> "at";
            case '.' -> "dot";
            case '-' -> "dash";
            case '_' -> "underscore";
            default -> "slash";
        };
    }

    @Override
    public String unknown() {
        return "I'm sorry, I don't know that.";
    }

    @Override
    public String perhaps(String fact) {
        return "I don't know that for certain. The nearest that I know is this: " + fact;
    }

    @Override
    public String ofTheMatter(String fact) {
        return "What I know about that: " + fact;
    }

    @Override
    public String askWhoToCall() {
        return "Then please tell me your name and your phone number.";
    }

    @Override
    public String whatToDo() {
        return "I see. What can I do for you?";
    }

    @Override
    public String anythingElse() {
        return "All right. Is there anything else?";
    }

    @Override
    public String restUnknown() {
        return "The rest I don't know, I'm sorry.";
    }
}
