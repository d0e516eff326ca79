package switchboard.phonemes.english;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What comes after a word; the walk goes from right to left, so it is known.
 *
 * @param sound the first sound after the word
 * @param to    whether the next word is "to"
 */
record Following(Sound sound, boolean to) {

    /** NONE: the text ends, or punctuation follows. */
    enum Sound { NONE, VOWEL, CONSONANT }

    static final Following NOTHING = new Following(Sound.NONE, false);

    private static final String PAUSES = ";:,.!?—…";
    private static final String CONSONANTS = "bdfhjklmnpstvwzðŋɡɹɾʃʒʤʧθ";

    /** What the word before will find, if this token was said with these phonemes. */
    Following before(String word, String phonemes) {
        Sound first = phonemes.codePoints().mapToObj(Following::sound).filter(Objects::nonNull).findFirst().orElse(sound);
        return new Following(first, word.equals("to") || word.equals("To") || word.equals("TO"));
    }

    private static @Nullable Sound sound(int phoneme) {
        if (PAUSES.indexOf(phoneme) >= 0) {
            return Sound.NONE;
        }
        if (Stress.VOWELS.indexOf(phoneme) >= 0) {
            return Sound.VOWEL;
        }
        return CONSONANTS.indexOf(phoneme) >= 0 ? Sound.CONSONANT : null;
    }
}
