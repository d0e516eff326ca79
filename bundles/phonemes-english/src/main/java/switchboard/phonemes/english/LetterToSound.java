package switchboard.phonemes.english;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads words that no list has, letter by letter with regard to their neighbours. Immutable.
 *
 * @see <a href="https://apps.dtic.mil/sti/citations/ADA021929">Elovitz et al., NRL Report 7948, 1976</a>
 */
final class LetterToSound {

    private final Map<Character, List<LetterRule>> rules;

    private LetterToSound(List<LetterRule> rules) {
        this.rules = rules.stream().collect(Collectors.groupingBy(LetterRule::firstLetter));
    }

    static LetterToSound open() throws IOException {
        return new LetterToSound(Resource.lines("letter-to-sound.rules").stream().map(LetterRule::parse).toList());
    }

    /** Empty if no letter of the word is Latin. */
    Optional<String> phonemes(String word) {
        String latin = Letters.latin(word);
        String bounded = " " + latin + " ";
        List<Phone> phones = new ArrayList<>();
        int at = 1;
        while (at < bounded.length() - 1) {
            at += read(bounded, at, phones);
        }
        return Optional.of(Syllables.write(latin, phones)).filter(phonemes -> !phonemes.isEmpty());
    }

    private int read(String word, int at, List<Phone> phones) {
        for (LetterRule rule : rules.getOrDefault(word.charAt(at), List.of())) {
            int letters = rule.lettersAt(word, at);
            if (letters > 0) {
                phones.addAll(rule.phones());
                return letters;
            }
        }
        return 1;
    }
}
