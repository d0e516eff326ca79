package switchboard.phonemes.english;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a word of the lexicon is said, by part of speech. In the compiled lexicon it is the phonemes alone, or lines of
 * {@code name=phonemes}, where no phonemes mean that the word is spelled as that part of speech.
 */
record Pronunciations(Map<String, Optional<String>> byPartOfSpeech) {

    static final String NEXT = "\n";
    static final String IS = "=";

    private static final String DEFAULT = "DEFAULT";

    /** misaki's name for the end of a phrase: nothing or punctuation follows. */
    private static final String PHRASE_END = "None";

    static Pronunciations parse(String value) {
        if (!value.contains(IS)) {
            return new Pronunciations(Map.of(DEFAULT, Optional.of(value)));
        }
        Map<String, Optional<String>> variants = new HashMap<>();
        for (String variant : value.split(NEXT)) {
            int is = variant.indexOf(IS);
            variants.put(variant.substring(0, is), Optional.of(variant.substring(is + 1)).filter(p -> !p.isEmpty()));
        }
        return new Pronunciations(Map.copyOf(variants));
    }

    /** Empty if the word is spelled there. */
    Optional<String> in(Tag tag, Following following) {
        if (following.sound() == Following.Sound.NONE && byPartOfSpeech.containsKey(PHRASE_END)) {
            return variant(PHRASE_END);
        }
        return variant(byPartOfSpeech.containsKey(tag.name()) ? tag.name() : tag.parent());
    }

    private Optional<String> variant(String name) {
        return byPartOfSpeech.getOrDefault(name, byPartOfSpeech.getOrDefault(DEFAULT, Optional.empty()));
    }
}
