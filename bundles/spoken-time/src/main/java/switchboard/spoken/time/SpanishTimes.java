package switchboard.spoken.time;

import java.time.LocalDate;
import java.time.LocalTime;
import org.osgi.service.component.annotations.Component;
import switchboard.api.time.SpokenTimes;

/** The dates and times of Spanish: read as English when their words are put into English, said in Spanish. Immutable. */
@Component(service = SpokenTimes.class, property = "language=es")
public final class SpanishTimes extends TranslatedTimes {

    private static final String[] HOURS = "doce una dos tres cuatro cinco seis siete ocho nueve diez once".split(" ");
    private static final String[] NUMBERS = ("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte"
            + " veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve treinta").split(" ");

    /** Loads all words. */
    public SpanishTimes() {
        super(SpanishWords.rewriting());
    }

    @Override
    public String say(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "hoy";
        }
        if (day.equals(today.plusDays(1))) {
            return "mañana";
        }
        String date = SpanishWords.DAYS.get(day.getDayOfWeek().getValue() - 1) + ", " + number(day.getDayOfMonth()) + " de " + SpanishWords.MONTHS.get(day.getMonthValue() - 1);
        return day.isAfter(today) && day.isBefore(today.plusYears(1)) ? date : date + " de " + day.getYear();
    }

    /** With its article: "las siete y media de la tarde". */
    @Override
    public String say(LocalTime time) {
        int minute = time.getMinute();
        boolean next = minute > 30;
        int hour = (time.getHour() + (next ? 1 : 0)) % 12;
        String minutes = switch (minute) {
            case 0 -> "";
            case 15 -> " y cuarto";
            case 30 -> " y media";
            case 45 -> " menos cuarto";
            default -> next ? " menos " + number(60 - minute) : " y " + number(minute);
        };
        return (hour == 1 ? "la " : "las ") + HOURS[hour] + minutes + part(time.getHour());
    }

    private static String part(int hour) {
        return hour < 6 ? " de la madrugada" : hour < 12 ? " de la mañana" : hour < 20 ? " de la tarde" : " de la noche";
    }

    private static String number(int number) {
        return number < NUMBERS.length ? NUMBERS[number] : "treinta y " + NUMBERS[number % 10];
    }
}
