package switchboard.phonemes.english;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Places the stress in a word that no list has, weakens its other vowels, and writes it in misaki's alphabet. */
final class Syllables {

    /** These endings draw the stress to themselves. */
    private static final Pattern STRESSED_ENDING = Pattern.compile("(?:ee|eer|ette|esque|ique|oon|aire)s?$");
    /** These draw it to the syllable before them: "nation", "musical", "activity", "mysterious". */
    private static final Pattern STRESS_BEFORE = Pattern.compile("(?:[cst]ions?|[cst]ial(?:ly)?|[cst]ian|[cst]ious|ic|ics|ible)$");
    /** These draw it to the third syllable from the end. */
    private static final Pattern STRESS_THIRD_LAST = Pattern.compile("(?:ical(?:ly)?|[iao]ty|ology|ologist|ography|ify|ian|io|ia|ias|ium|ius|eous|ious|uous)$");
    /** Romance names and dishes: the last syllable but one. */
    private static final Pattern ROMANCE = Pattern.compile("(?:[aeiouy][bcdfghjklmnpqrstvwxzñ]+(?:a|o|i|as|os|es|ez|iz)|ini|elli|etti|otti|ucci)$");

    private Syllables() {
    }

    static String write(String word, List<Phone> phones) {
        int[] nuclei = IntStream.range(0, phones.size()).filter(i -> phones.get(i).isVowel()).toArray();
        int stressed = stressed(word, phones, nuclei);
        StringBuilder out = new StringBuilder();
        int syllable = 0;
        for (int i = 0; i < phones.size(); i++) {
            Phone phone = phones.get(i);
            if (!phone.isVowel()) {
                out.append(isFlapped(phones, i, syllable, stressed) ? "ɾ" : phone.stressed());
            } else {
                out.append(vowel(phone, syllable, stressed));
                syllable++;
            }
        }
        return out.toString();
    }

    private static String vowel(Phone vowel, int syllable, int stressed) {
        if (syllable == stressed) {
            return Stress.PRIMARY + vowel.stressed();
        }
        boolean secondary = syllable == stressed - 2 && vowel != Phone.AX;
        return secondary ? Stress.SECONDARY + vowel.stressed() : vowel.unstressed();
    }

    /** Index of the stressed syllable; -1 if there is none. */
    private static int stressed(String word, List<Phone> phones, int[] nuclei) {
        int count = nuclei.length;
        if (count < 2) {
            return count - 1;
        }
        if (STRESSED_ENDING.matcher(word).find()) {
            return count - 1;
        }
        if (STRESS_BEFORE.matcher(word).find()) {
            return count - 2;
        }
        if (count == 2) {
            return phones.get(nuclei[0]) == Phone.AX ? 1 : 0;
        }
        if (STRESS_THIRD_LAST.matcher(word).find()) {
            return count - 3;
        }
        boolean heavy = phones.get(nuclei[count - 2]).isLong() || nuclei[count - 1] - nuclei[count - 2] > 2;
        return heavy && phones.get(nuclei[count - 2]) != Phone.AX || ROMANCE.matcher(word).find() ? count - 2 : count - 3;
    }

    /** American t between a vowel or r and a vowel without stress: "waiter", "party". */
    private static boolean isFlapped(List<Phone> phones, int at, int syllable, int stressed) {
        return phones.get(at) == Phone.T && at > 0 && at + 1 < phones.size() && syllable != stressed
                && (phones.get(at - 1).isVowel() || phones.get(at - 1) == Phone.R) && phones.get(at + 1).isVowel();
    }
}
