package switchboard.phonemes.english;

import static java.util.Locale.ROOT;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says one word: special, known, derived from a known one, or unknown; misaki's {@code get_word}. Thread-safe. */
final class WordPhonemes {

    /** Longer words in capitals that no list has are read like others: WELCOME, but not GMBH. */
    private static final int LONGEST_ACRONYM = 5;

    /** iPhone, Node.js. */
    private static final Pattern PARTS = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|\\.");

    private final KnownWords known;
    private final SpecialWords special;
    private final Suffixes suffixes;
    private final LetterToSound letterToSound;

    WordPhonemes(Lexicon lexicon, LetterToSound letterToSound) {
        this.known = new KnownWords(lexicon);
        this.special = new SpecialWords(known);
        this.suffixes = new Suffixes(known);
        this.letterToSound = letterToSound;
    }

    /** Empty if the word cannot be said: a letter of another script, a symbol without a name. */
    Optional<String> phonemes(Word word) {
        return special.phonemes(word).or(() -> ordinary(inSayableCase(word)));
    }

    private Optional<String> ordinary(Word word) {
        String text = word.text();
        if (known.isKnown(text)) {
            return known.lookup(word);
        }
        if (text.endsWith("s'") && known.isKnown(cut(text, 2) + "'s")) {
            return known.lookup(word.withText(cut(text, 2) + "'s"));
        }
        if (text.endsWith("'") && known.isKnown(cut(text, 1))) {
            return known.lookup(word.withText(cut(text, 1)));
        }
        return suffixes.phonemes(word).or(() -> unknown(word));
    }

    private Optional<String> unknown(Word word) {
        String text = word.text();
        Word plain = word.withText(Letters.withoutMarks(text));
        if (!plain.text().equals(text) && (known.isListed(plain.text()) || suffixes.phonemes(plain).isPresent())) {
            return ordinary(plain);
        }
        if (text.endsWith("'s")) {
            return unknown(word.withText(cut(text, 2))).map(Suffixes::withS);
        }
        String[] parts = PARTS.split(text);
        if (parts.length > 1) {
            return Optional.of(Stream.of(parts).flatMap(part -> phonemes(word.withText(part)).stream()).collect(Collectors.joining()))
                    .filter(phonemes -> !phonemes.isEmpty());
        }
        return Letters.hasVowel(text) ? letterToSound.phonemes(text) : known.spell(text).or(() -> letterToSound.phonemes(text));
    }

    /** A word that only its capitals make unknown goes on in lower case. */
    private Word inSayableCase(Word word) {
        Word lower = word.withText(word.lower());
        boolean shortName = word.tag() == Tag.NNP && word.text().length() <= 7;
        boolean unlisted = word.text().length() > 1 && isLetters(word.text()) && !word.isLower() && !known.isListed(word.text());
        if (unlisted && word.isUpper() && word.text().length() > LONGEST_ACRONYM) {
            return lower;
        }
        boolean sayable = unlisted && !shortName && (word.isUpper() || isCapitalized(word.text()))
                && (known.isListed(lower.text()) || suffixes.phonemes(lower).isPresent());
        return sayable ? lower : word;
    }

    private static boolean isCapitalized(String text) {
        return text.substring(1).equals(text.substring(1).toLowerCase(ROOT));
    }

    private static boolean isLetters(String text) {
        return text.codePoints().allMatch(c -> c == '\'' || Character.isLetter(c));
    }

    private static String cut(String text, int letters) {
        return text.substring(0, text.length() - letters);
    }
}
