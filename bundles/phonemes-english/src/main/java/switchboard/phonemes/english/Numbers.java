package switchboard.phonemes.english;

import java.util.stream.Collectors;

/** Numbers in words, the American way: no "and", no hyphens. */
final class Numbers {

    private static final String[] SMALL = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            + "fifteen sixteen seventeen eighteen nineteen").split(" ");
    private static final String[] TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
    private static final String[] SCALES = {"", " thousand", " million", " billion"};
    private static final String[] ORDINALS = ("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh "
            + "twelfth").split(" ");

    /** Longer numbers are read digit by digit. */
    static final int LONGEST = 12;

    private Numbers() {
    }

    /** @param digits at most {@link #LONGEST} digits without leading zero are a number; all others are read one by one */
    static String cardinal(String digits) {
        if (digits.length() > LONGEST || digits.length() > 1 && digits.startsWith("0")) {
            return oneByOne(digits);
        }
        return cardinal(Long.parseLong(digits));
    }

    static String cardinal(long number) {
        if (number < 1000) {
            return belowThousand((int) number);
        }
        StringBuilder words = new StringBuilder();
        int scale = SCALES.length - 1;
        for (long unit = 1_000_000_000L; unit > 0; unit /= 1000, scale--) {
            int part = (int) (number / unit % 1000);
            if (part > 0) {
                words.append(words.isEmpty() ? "" : " ").append(belowThousand(part)).append(SCALES[scale]);
            }
        }
        return words.toString();
    }

    private static String belowThousand(int number) {
        if (number < 20) {
            return SMALL[number];
        }
        if (number < 100) {
            return TENS[number / 10] + (number % 10 == 0 ? "" : " " + SMALL[number % 10]);
        }
        return SMALL[number / 100] + " hundred" + (number % 100 == 0 ? "" : " " + belowThousand(number % 100));
    }

    static String oneByOne(String digits) {
        return digits.chars().filter(c -> c >= '0' && c <= '9').mapToObj(c -> SMALL[c - '0']).collect(Collectors.joining(" "));
    }

    static String ordinal(String digits) {
        String cardinal = cardinal(digits);
        int last = cardinal.lastIndexOf(' ') + 1;
        return cardinal.substring(0, last) + ordinalOf(cardinal.substring(last));
    }

    private static String ordinalOf(String word) {
        for (int i = 0; i < ORDINALS.length; i++) {
            if (SMALL[i].equals(word)) {
                return ORDINALS[i];
            }
        }
        return word.endsWith("y") ? word.substring(0, word.length() - 1) + "ieth" : word + "th";
    }

    /** 1905 as "nineteen oh five"; 2000 to 2009 as numbers. */
    static String year(int year) {
        int century = year / 100;
        int rest = year % 100;
        if (year >= 2000 && year < 2010) {
            return cardinal(year);
        }
        String pair = rest == 0 ? "hundred" : rest < 10 ? "oh " + SMALL[rest] : belowThousand(rest);
        return belowThousand(century) + " " + pair;
    }

    /** Nineties, tens: the plural of a number word. */
    static String plural(String words) {
        return words.endsWith("y") ? words.substring(0, words.length() - 1) + "ies" : words.endsWith("x") ? words + "es" : words + "s";
    }
}
