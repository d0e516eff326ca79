package switchboard.llm.receptionist.facts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import switchboard.api.company.OpeningHours.Span;

/** Spanish. */
enum SpanishTongue implements Tongue {

    TONGUE;

    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final List<String> SMALL = List.of(("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve"
            + " veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve").split(" "));
    private static final List<String> TENS = List.of("- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(" "));
    private static final List<String> HUNDREDS = List.of("- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split(" "));
    private static final Map<String, List<String>> MONEY = Map.of("€", List.of("euro", "euros"), "£", List.of("libra", "libras"), "$", List.of("dólar", "dólares"));
    private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("km", "kilómetro"), Map.entry("m", "metro"), Map.entry("cm", "centímetro"), Map.entry("mm", "milímetro"),
            Map.entry("kg", "kilo"), Map.entry("g", "gramo"), Map.entry("l", "litro"), Map.entry("ml", "mililitro"), Map.entry("h", "hora"), Map.entry("min", "minuto"),
            Map.entry("MB", "megabyte"), Map.entry("GB", "gigabyte"), Map.entry("°C", "grado"));
    private static final Map<String, String> WORDS = Map.of("%", "por ciento", "&", "y", "/h", "la hora", "m²", "metros cuadrados", "24/7", "a todas horas");

    @Override
    public String number(long number) {
        if (number < 30) {
            return SMALL.get((int) number);
        }
        if (number < 100) {
            return TENS.get((int) number / 10) + (number % 10 == 0 ? "" : " y " + number(number % 10));
        }
        if (number < 1_000) {
            return number == 100 ? "cien" : HUNDREDS.get((int) number / 100) + (number % 100 == 0 ? "" : " " + number(number % 100));
        }
        if (number < 1_000_000) {
            return (number < 2_000 ? "mil" : before(number / 1_000) + " mil") + (number % 1_000 == 0 ? "" : " " + number(number % 1_000));
        }
        return (number < 2_000_000 ? "un millón" : before(number / 1_000_000) + " millones") + (number % 1_000_000 == 0 ? "" : " " + number(number % 1_000_000));
    }

    /** "Un" before something, "uno" alone. */
    private String before(long number) {
        return number(number).replaceFirst("veintiuno$", "veintiún").replaceFirst("uno$", "un");
    }

    @Override
    public String year(int year) {
        return number(year);
    }

    @Override
    public String money(long major, int minor, String currency) {
        if (major == 0 && minor > 0) {
            return before(minor) + (minor == 1 ? " céntimo" : " céntimos");
        }
        return before(major) + " " + MONEY.get(currency).get(major == 1 ? 0 : 1) + (minor == 0 ? "" : " con " + number(minor));
    }

    @Override
    public String point() {
        return "coma";
    }

    @Override
    public String unit(String written, boolean one) {
        return UNITS.containsKey(written) ? UNITS.get(written) + (one ? "" : "s") : WORDS.getOrDefault(written, written);
    }

    @Override
    public String say(LocalTime time) {
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        int minute = time.getMinute();
        String minutes = minute == 0 ? "" : minute == 15 ? " y cuarto" : minute == 30 ? " y media" : " y " + number(minute);
        String part = time.getHour() == 0 ? " de la noche" : time.getHour() < 12 ? " de la mañana" : time.getHour() < 20 ? " de la tarde" : " de la noche";
        return (hour == 1 ? "la una" : "las " + number(hour)) + minutes + part;
    }

    @Override
    public String say(Span span) {
        return "de " + say(span.from()) + " a " + say(span.to());
    }

    @Override
    public String say(List<DayOfWeek> days) {
        List<String> names = days.stream().map(day -> day.getDisplayName(TextStyle.FULL, SPANISH)).toList();
        return Tongue.isRow(days) ? "de " + names.get(0) + " a " + names.get(names.size() - 1) : "el " + Tongue.join(names, "y el");
    }

    @Override
    public String say(LocalDate day, LocalDate today) {
        if (day.equals(today) || day.equals(today.plusDays(1))) {
            return day.equals(today) ? "hoy" : "mañana";
        }
        return "el " + day.getDayOfWeek().getDisplayName(TextStyle.FULL, SPANISH) + " " + number(day.getDayOfMonth()) + " de " + day.getMonth().getDisplayName(TextStyle.FULL, SPANISH);
    }

    @Override
    public String open(String day, List<String> spans) {
        return Tongue.capital(day) + (spans.isEmpty() ? " cerramos." : " abrimos " + Tongue.join(spans, "y") + ".");
    }

    @Override
    public String openNow(boolean open, LocalTime until) {
        return open ? "Sí, abrimos hasta " + say(until) + "." : "No, ahora está cerrado.";
    }

    @Override
    public String sign(char sign) {
        return switch (sign) {
            case '@' -> "arroba";
            case '.' -> "punto";
            case '-' -> "guion";
            case '_' -> "guion bajo";
            default -> "barra";
        };
    }

    @Override
    public String unknown() {
        return "Lo siento, eso no lo sé.";
    }

    @Override
    public String perhaps(String fact) {
        return "No lo sé con certeza. Lo más parecido que sé es esto: " + fact;
    }

    @Override
    public String ofTheMatter(String fact) {
        return "Lo que sé de eso: " + fact;
    }

    @Override
    public String askWhoToCall() {
        return "Entonces dígame por favor su nombre y su número de teléfono.";
    }

    @Override
    public String whatToDo() {
        return "Entiendo. ¿En qué puedo ayudarle?";
    }

    @Override
    public String anythingElse() {
        return "De acuerdo. ¿Puedo ayudarle en algo más?";
    }

    @Override
    public String restUnknown() {
        return "Lo demás no lo sé, lo siento.";
    }
}
