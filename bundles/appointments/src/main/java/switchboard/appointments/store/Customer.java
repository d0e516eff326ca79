package switchboard.appointments.store;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whom to look for: by name, by phone number, or by both.
 *
 * @param name  as said, all of it or a part such as the last name; empty if not said
 * @param phone as said, in digits; empty if not said
 */
public record Customer(String name, String phone) {

    private static final int TAIL_DIGITS = 8;

    /** Whether there is anything to look for. */
    public boolean isKnown() {
        return !words(name).isEmpty() || !tail(phone).isEmpty();
    }

    /** A name's words in a form in which "Müller", "MUELLER" and "Muller" are the same. */
    static List<String> words(String name) {
        String folded = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "").replace("ß", "ss").replace("ø", "o").replace("æ", "a").replace("œ", "o").replace("ł", "l")
                .replaceAll("([aou])e", "$1").replaceAll("['’`´]", "");
        return Stream.of(folded.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
    }

    /** The last digits of a phone number, which are the same with and without a country's code. */
    static String tail(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - TAIL_DIGITS));
    }
}
