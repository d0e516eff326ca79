package switchboard.phonemes.english;

import static java.util.Locale.ROOT;

import java.util.Optional;

/** Says the words that the lexicon knows, and spells; misaki's {@code is_known}, {@code lookup} and {@code get_NNP}. */
final class KnownWords {

    private final Lexicon lexicon;

    KnownWords(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    boolean isListed(String word) {
        return lexicon.knows(word);
    }

    /** Listed, or spelled because of its form. */
    boolean isKnown(String word) {
        if (lexicon.knows(word)) {
            return true;
        }
        if (word.isEmpty() || !isAsciiLetters(word)) {
            return false;
        }
        String rest = word.substring(1);
        return rest.equals(rest.toUpperCase(ROOT));
    }

    Optional<String> lookup(Word word) {
        boolean acronym = word.isUpper() && lexicon.gold(word.text()).isEmpty();
        boolean name = acronym && word.tag() == Tag.NNP;
        String text = acronym ? word.lower() : word.text();
        Optional<String> listed = lexicon.gold(text)
                .or(() -> name ? Optional.empty() : lexicon.silver(text))
                .flatMap(p -> p.in(word.tag(), word.following()))
                .filter(p -> !name || Stress.has(p, Stress.PRIMARY));
        return listed.map(word.stress()::apply).or(() -> spell(text));
    }

    /** Letter by letter, the last one with primary stress; empty if a letter has no name. */
    Optional<String> spell(String word) {
        StringBuilder names = new StringBuilder();
        for (int letter : word.codePoints().filter(Character::isLetter).toArray()) {
            Optional<Pronunciations> name = lexicon.gold(Character.toString(Character.toUpperCase(letter)));
            if (name.isEmpty()) {
                return Optional.empty();
            }
            name.get().in(Tag.XX, Following.NOTHING).ifPresent(names::append);
        }
        String spelled = Stress.SPELLED.apply(names.toString());
        int last = spelled.lastIndexOf(Stress.SECONDARY);
        return Optional.of(last < 0 ? spelled : spelled.substring(0, last) + Stress.PRIMARY + spelled.substring(last + 1))
                .filter(s -> !s.isEmpty());
    }

    private static boolean isAsciiLetters(String word) {
        return word.chars().allMatch(c -> c < 128 && Character.isLetter(c));
    }
}
