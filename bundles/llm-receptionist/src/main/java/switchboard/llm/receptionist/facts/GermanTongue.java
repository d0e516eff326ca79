package switchboard.llm.receptionist.facts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import switchboard.api.company.OpeningHours.Span;

/** German. */
enum GermanTongue implements Tongue {

    TONGUE;

    private static final List<String> SMALL = List.of("null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split(" "));
    private static final List<String> TENS = List.of("- zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" "));
    private static final Map<String, String> MONEY = Map.of("€", "Euro", "£", "Pfund", "$", "Dollar");
    private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("km", "Kilometer"), Map.entry("m", "Meter"), Map.entry("cm", "Zentimeter"), Map.entry("mm", "Millimeter"),
            Map.entry("kg", "Kilogramm"), Map.entry("g", "Gramm"), Map.entry("l", "Liter"), Map.entry("ml", "Milliliter"), Map.entry("h", "Stunden"), Map.entry("min", "Minuten"),
            Map.entry("MB", "Megabyte"), Map.entry("GB", "Gigabyte"), Map.entry("°C", "Grad"), Map.entry("%", "Prozent"), Map.entry("&", "und"), Map.entry("/h", "die Stunde"),
            Map.entry("m²", "Quadratmeter"), Map.entry("24/7", "rund um die Uhr"));

    @Override
    public String number(long number) {
        if (number < 20) {
            return SMALL.get((int) number);
        }
        if (number < 100) {
            String tens = TENS.get((int) number / 10);
            return number % 10 == 0 ? tens : before(number % 10) + "und" + tens;
        }
        if (number < 1_000_000) {
            long unit = number < 1_000 ? 100 : 1_000;
            return before(number / unit) + (unit == 100 ? "hundert" : "tausend") + (number % unit == 0 ? "" : number(number % unit));
        }
        String millions = number < 2_000_000 ? "eine Million" : number(number / 1_000_000) + " Millionen";
        return millions + (number % 1_000_000 == 0 ? "" : " " + number(number % 1_000_000));
    }

    /** "Ein" before something, "eins" alone. */
    private String before(long number) {
        return number == 1 ? "ein" : number(number);
    }

    @Override
    public String year(int year) {
        return year / 100 < 20 ? number(year / 100) + "hundert" + (year % 100 == 0 ? "" : number(year % 100)) : number(year);
    }

    @Override
    public String money(long major, int minor, String currency) {
        return major == 0 && minor > 0 ? before(minor) + " Cent" : before(major) + " " + MONEY.get(currency) + (minor == 0 ? "" : " " + number(minor));
    }

    @Override
    public String point() {
        return "Komma";
    }

    @Override
    public String unit(String written, boolean one) {
        return one && written.equals("h") ? "Stunde" : one && written.equals("min") ? "Minute" : UNITS.getOrDefault(written, written);
    }

    @Override
    public String say(LocalTime time) {
        return before(time.getHour()) + " Uhr" + (time.getMinute() == 0 ? "" : " " + number(time.getMinute()));
    }

    @Override
    public String say(Span span) {
        return "von " + say(span.from()) + " bis " + (span.to().equals(LocalTime.MIDNIGHT) ? "Mitternacht" : say(span.to()));
    }

    @Override
    public String say(List<DayOfWeek> days) {
        List<String> names = days.stream().map(day -> day.getDisplayName(TextStyle.FULL, Locale.GERMAN)).toList();
        return Tongue.isRow(days) ? "von " + names.get(0) + " bis " + names.get(names.size() - 1) : "am " + Tongue.join(names, "und");
    }

    @Override
    public String say(LocalDate day, LocalDate today) {
        if (day.equals(today) || day.equals(today.plusDays(1))) {
            return day.equals(today) ? "heute" : "morgen";
        }
        int number = day.getDayOfMonth();
        String ordinal = number == 1 ? "ersten" : number == 3 ? "dritten" : number == 7 ? "siebten" : number(number) + (number < 20 ? "ten" : "sten");
        return "am " + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.GERMAN) + ", dem " + ordinal + " " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.GERMAN) + ",";
    }

    @Override
    public String open(String day, List<String> spans) {
        return Tongue.capital(day) + (spans.isEmpty() ? " haben wir geschlossen." : " haben wir " + Tongue.join(spans, "und") + " geöffnet.");
    }

    @Override
    public String openNow(boolean open, LocalTime until) {
        return open ? "Ja, wir haben bis " + say(until) + " geöffnet." : "Nein, gerade haben wir geschlossen.";
    }

    @Override
    public String sign(char sign) {
        return switch (sign) {
            case '@' -> "at";
            case '.' -> "Punkt";
            case '-' -> "Bindestrich";
            case '_' -> "Unterstrich";
            default -> "Schrägstrich";
        };
    }

    @Override
    public String unknown() {
        return "Das weiß ich leider nicht.";
    }

    @Override
    public String perhaps(String fact) {
        return "Das weiß ich nicht genau. Was ich dazu weiß: " + fact;
    }

    @Override
    public String ofTheMatter(String fact) {
        return "Was ich dazu weiß: " + fact;
    }

    @Override
    public String askWhoToCall() {
        return "Dann sagen Sie mir bitte Ihren Namen und Ihre Telefonnummer.";
    }

    @Override
    public String whatToDo() {
        return "Verstehe. Was kann ich für Sie tun?";
    }

    @Override
    public String anythingElse() {
        return "Gut. Kann ich sonst etwas für Sie tun?";
    }

    @Override
    public String restUnknown() {
        return "Das andere weiß ich leider nicht.";
    }
}
