package switchboard.phonemes.english;

import static switchboard.phonemes.english.Rewrite.group;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/** Sums of money. */
final class Money {

    private record Currency(String one, String many, String smallOne, String smallMany) {
    }

    private static final Map<String, Currency> CURRENCIES = Map.of(
            "$", new Currency("dollar", "dollars", "cent", "cents"),
            "€", new Currency("euro", "euros", "cent", "cents"),
            "£", new Currency("pound", "pounds", "penny", "pence"));

    private static final Map<String, String> SCALES = Map.of("k", "thousand", "K", "thousand", "M", "million", "m", "million",
            "B", "billion", "bn", "billion");

    static final List<Rewrite> STEPS = List.of(
            Rewrite.of("\\bUSD\\s?(?=\\d)|\\bUS\\$", "$"),
            Rewrite.of("\\bEUR\\s?(?=\\d)", "€"),
            Rewrite.of("\\bGBP\\s?(?=\\d)", "£"),
            Rewrite.of("(?<=\\d)\\s?USD\\b", "$"),
            Rewrite.of("(?<=\\d)\\s?(?:EUR|Euro)\\b", "€"),
            Rewrite.of("(?<=\\d)\\s?GBP\\b", "£"),
            Rewrite.of("(?<![\\d.,])(\\d{1,12}),(\\d\\d)\\s?([€£$])", "$3$1.$2"),
            Rewrite.of("(?<![\\d.,€£$])(\\d[\\d,]{0,15})(\\.\\d{1,2})?\\s?([€£])(?!\\d)", "$3$1$2"),
            Rewrite.of("€(\\d{1,12}),(\\d\\d)(?!\\d)", "€$1.$2"),
            Rewrite.of("([$£€])\\s?(\\d(?:[\\d,]{0,15}\\d)?)(?:\\.(\\d{1,6}))?(?:\\s?(million|billion|thousand|trillion|(?:[KkMmB]|bn)(?!\\p{L})))?",
                    Money::read));

    private Money() {
    }

    private static String read(MatchResult m) {
        Currency currency = CURRENCIES.get(m.group(1));
        String whole = m.group(2).replace(",", "");
        String fraction = group(m, 3);
        String scale = group(m, 4);
        if (scale.isEmpty() && fraction.length() <= 2) {
            return coins(whole, fraction, currency);
        }
        String point = fraction.isEmpty() ? "" : " point " + Numbers.oneByOne(fraction);
        String scaled = scale.isEmpty() ? "" : " " + SCALES.getOrDefault(scale, scale);
        return Numbers.cardinal(whole) + point + scaled + " " + currency.many();
    }

    private static String coins(String whole, String fraction, Currency currency) {
        int cents = fraction.isEmpty() ? 0 : Integer.parseInt((fraction + "0").substring(0, 2));
        String large = counted(whole, currency.one(), currency.many());
        String small = counted(Integer.toString(cents), currency.smallOne(), currency.smallMany());
        if (cents == 0) {
            return large;
        }
        return whole.matches("0+") ? small : large + " and " + small;
    }

    private static String counted(String number, String one, String many) {
        return Numbers.cardinal(number) + " " + (number.equals("1") ? one : many);
    }
}
