package switchboard.spoken.time;

import java.time.LocalDate;
import java.time.LocalTime;
import org.osgi.service.component.annotations.Component;
import switchboard.api.time.SpokenTimes;

/** The dates and times of German: read as English when their words are put into English, said in German. Immutable. */
@Component(service = SpokenTimes.class, property = "language=de")
public final class GermanTimes extends TranslatedTimes {

    private static final String[] ORDINALS = "nullte erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte".split(" ");
    private static final String[] NUMBERS = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split(" ");
    private static final String[] TENS = "zwanzig dreißig vierzig fünfzig".split(" ");

    /** Loads all words. */
    public GermanTimes() {
        super(GermanWords.rewriting());
    }

    @Override
    public String say(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "heute";
        }
        if (day.equals(today.plusDays(1))) {
            return "morgen";
        }
        String date = capital(GermanWords.DAYS.get(day.getDayOfWeek().getValue() - 1)) + ", der " + ordinal(day.getDayOfMonth()) + " "
                + capital(GermanWords.MONTHS.get(day.getMonthValue() - 1));
        return day.isAfter(today) && day.isBefore(today.plusYears(1)) ? date : date + " " + day.getYear();
    }

    /** By 24 hours, so that nobody has to ask which half of the day it is. */
    @Override
    public String say(LocalTime time) {
        return number(time.getHour()) + " Uhr" + (time.getMinute() == 0 ? "" : " " + (time.getMinute() == 1 ? "eins" : number(time.getMinute())));
    }

    private static String ordinal(int number) {
        return number < ORDINALS.length ? ORDINALS[number] : number(number) + (number < 20 ? "te" : "ste");
    }

    private static String number(int number) {
        if (number < NUMBERS.length) {
            return NUMBERS[number];
        }
        String tens = TENS[number / 10 - 2];
        return number % 10 == 0 ? tens : NUMBERS[number % 10] + "und" + tens;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }
}
