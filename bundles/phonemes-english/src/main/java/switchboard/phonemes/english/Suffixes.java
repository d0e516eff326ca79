package switchboard.phonemes.english;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Plural, past and progressive forms of known words; misaki's {@code stem_s}, {@code stem_ed}, {@code stem_ing}. */
final class Suffixes {

    /** A t after one of these is flapped before a vowel: "started", "waiting". */
    private static final String FLAPPING = "AIOWYiuæɑəɛɪɹʊʌ";
    private static final Pattern DOUBLED = Pattern.compile("(?:([bcdgklmnprstvxz])\\1|ck)ing$");

    private final KnownWords known;

    Suffixes(KnownWords known) {
        this.known = known;
    }

    Optional<String> phonemes(Word word) {
        return s(word).or(() -> ed(word)).or(() -> ing(word));
    }

    private Optional<String> s(Word word) {
        String text = word.text();
        if (text.length() < 3 || !text.endsWith("s")) {
            return Optional.empty();
        }
        boolean longer = text.length() > 4;
        return stem(word,
                text.endsWith("ss") ? "" : cut(text, 1),
                text.endsWith("'s") || longer && text.endsWith("es") && !text.endsWith("ies") ? cut(text, 2) : "",
                longer && text.endsWith("ies") ? cut(text, 3) + "y" : "").map(Suffixes::withS);
    }

    private Optional<String> ed(Word word) {
        String text = word.text();
        if (text.length() < 4 || !text.endsWith("d")) {
            return Optional.empty();
        }
        return stem(word,
                text.endsWith("dd") ? "" : cut(text, 1),
                text.length() > 4 && text.endsWith("ed") && !text.endsWith("eed") ? cut(text, 2) : "").map(Suffixes::withEd);
    }

    private Optional<String> ing(Word word) {
        String text = word.text();
        if (text.length() < 5 || !text.endsWith("ing")) {
            return Optional.empty();
        }
        Word stressed = word.stress() == Stress.AS_WRITTEN ? word.withStress(Stress.CAPITALIZED) : word;
        return stem(stressed,
                text.length() > 5 ? cut(text, 3) : "",
                cut(text, 3) + "e",
                text.length() > 5 && DOUBLED.matcher(text).find() ? cut(text, 4) : "").map(Suffixes::withIng);
    }

    private Optional<String> stem(Word word, String... candidates) {
        return Stream.of(candidates).filter(known::isKnown).findFirst()
                .flatMap(stem -> known.lookup(word.withText(stem)));
    }

    /** The plural or possessive of a stem, in phonemes. */
    static String withS(String stem) {
        if (endsIn(stem, "ptkfθ")) {
            return stem + "s";
        }
        return stem + (endsIn(stem, "szʃʒʧʤ") ? "ᵻz" : "z");
    }

    private static String withEd(String stem) {
        if (endsIn(stem, "pkfθʃsʧ")) {
            return stem + "t";
        }
        if (endsIn(stem, "d")) {
            return stem + "ᵻd";
        }
        if (!endsIn(stem, "t")) {
            return stem + "d";
        }
        return isFlapped(stem) ? cut(stem, 1) + "ɾᵻd" : stem + "ᵻd";
    }

    private static String withIng(String stem) {
        return isFlapped(stem) ? cut(stem, 1) + "ɾɪŋ" : stem + "ɪŋ";
    }

    private static boolean isFlapped(String stem) {
        return endsIn(stem, "t") && endsIn(cut(stem, 1), FLAPPING);
    }

    private static boolean endsIn(String text, String letters) {
        return !text.isEmpty() && letters.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static String cut(String text, int letters) {
        return text.substring(0, text.length() - letters);
    }
}
