package switchboard.phonemes.english;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import switchboard.phonemes.english.Following.Sound;

/** Words whose sound depends on what follows, and symbols that are words; misaki's {@code get_special_case}. */
final class SpecialWords {

    private static final Map<String, String> SYMBOLS = Map.of("%", "percent", "&", "and", "+", "plus", "@", "at");

    private final KnownWords known;

    SpecialWords(KnownWords known) {
        this.known = known;
    }

    /** Empty if the word is an ordinary one. */
    Optional<String> phonemes(Word word) {
        String symbol = SYMBOLS.get(word.text());
        if (symbol != null) {
            return known.lookup(word.withText(symbol).withStress(Stress.AS_WRITTEN));
        }
        if (isInitials(word.text())) {
            return known.spell(word.text());
        }
        Sound next = word.following().sound();
        return switch (word.lower()) {
            case "a" -> Optional.of(word.tag() == Tag.DT ? "ɐ" : "ˈA");
            case "an" -> word.text().equals("AN") && word.tag().isNoun() ? known.spell("AN") : Optional.of("ɐn");
            case "am" -> am(word, next);
            case "i" -> Optional.of("ˌI").filter(i -> word.text().equals("I") && word.tag() == Tag.PRP);
            case "in" -> Optional.of(next == Sound.NONE ? "ˈɪn" : "ɪn");
            case "the" -> Optional.of(next == Sound.VOWEL ? "ði" : "ðə").filter(t -> word.tag() == Tag.DT || !word.isUpper());
            case "to" -> Optional.of(next == Sound.NONE ? "tu" : next == Sound.VOWEL ? "tʊ" : "tə");
            case "used" -> Optional.of(word.tag() == Tag.VBD && word.following().to() ? "jˈust" : "jˈuzd");
            case "vs" -> known.lookup(word.withText("versus").withStress(Stress.AS_WRITTEN)).filter(v -> word.tag() == Tag.IN);
            default -> Optional.empty();
        };
    }

    private Optional<String> am(Word word, Sound next) {
        if (word.tag().isNoun()) {
            return known.spell(word.text());
        }
        return Optional.of(next == Sound.NONE || !word.text().equals("am") ? "æm" : "ɐm");
    }

    /** U.S. and e.g., but not example.com. */
    private static boolean isInitials(String text) {
        return text.indexOf('.') > 0 && Arrays.stream(text.split("\\.")).allMatch(part -> part.length() < 3 && isLetters(part));
    }

    private static boolean isLetters(String text) {
        return text.codePoints().allMatch(Character::isLetter);
    }
}
