package switchboard.phonemes.english;

import static java.util.Locale.ROOT;

/** How strongly a word is said because of its spelling; misaki's numbers in comments. */
enum Stress {

    /** All lower case: as the lexicon has it. */
    AS_WRITTEN {
        @Override
        String apply(String phonemes) {
            return phonemes;
        }
    },
    /** Letters of a spelled word (0): secondary. */
    SPELLED {
        @Override
        String apply(String phonemes) {
            return has(phonemes, PRIMARY) ? remove(phonemes, SECONDARY).replace(PRIMARY, SECONDARY) : atLeastSecondary(phonemes);
        }
    },
    /** Capitalised (0.5): never without stress. */
    CAPITALIZED {
        @Override
        String apply(String phonemes) {
            return atLeastSecondary(phonemes);
        }
    },
    /** ALL CAPS (2): never without primary stress. */
    SHOUTED {
        @Override
        String apply(String phonemes) {
            return has(phonemes, PRIMARY) ? phonemes : atLeastSecondary(phonemes).replace(SECONDARY, PRIMARY);
        }
    };

    static final char PRIMARY = 'ˈ';
    static final char SECONDARY = 'ˌ';
    static final String VOWELS = "AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ";

    abstract String apply(String phonemes);

    static Stress of(String word) {
        if (word.equals(word.toLowerCase(ROOT))) {
            return AS_WRITTEN;
        }
        return word.equals(word.toUpperCase(ROOT)) ? SHOUTED : CAPITALIZED;
    }

    private static String atLeastSecondary(String phonemes) {
        return has(phonemes, PRIMARY) || has(phonemes, SECONDARY) ? phonemes : mark(phonemes, SECONDARY);
    }

    /** Puts a mark before the first vowel; without a vowel there is nothing to stress. */
    private static String mark(String phonemes, char mark) {
        for (int i = 0; i < phonemes.length(); i++) {
            if (has(VOWELS, phonemes.charAt(i))) {
                return phonemes.substring(0, i) + mark + phonemes.substring(i);
            }
        }
        return phonemes;
    }

    static boolean has(String phonemes, char mark) {
        return phonemes.indexOf(mark) >= 0;
    }

    private static String remove(String phonemes, char mark) {
        return phonemes.replace(String.valueOf(mark), "");
    }
}
