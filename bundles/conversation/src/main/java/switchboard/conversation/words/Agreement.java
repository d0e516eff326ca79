package switchboard.conversation.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What of a turn that is still being spoken may be shown: the words on which two passes of the recogniser, one after the
 * other, agree. A word that is shown stays until the whole transcript replaces it, so nothing flickers. Confined to the machine.
 *
 * @see <a href="https://arxiv.org/abs/2005.11185">Liu, Spanakis, Niehues 2020, "local agreement" of two</a>
 */
public final class Agreement {

    private List<String> before = List.of();
    private final List<String> agreed = new ArrayList<>();

    /**
     * Takes the next pass.
     *
     * @return all words that are certain by now, without punctuation at their end; empty if they are no more than before
     */
    public Optional<String> heard(String transcript) {
        List<String> words = transcript.isBlank() ? List.of() : List.of(transcript.strip().split("\\s+"));
        int common = 0;
        while (common < Math.min(words.size(), before.size()) && plain(words.get(common)).equals(plain(before.get(common)))) {
            common++;
        }
        before = words;
        if (common <= agreed.size()) {
            return Optional.empty();
        }
        agreed.addAll(words.subList(agreed.size(), common));
        return Optional.of(String.join(" ", agreed).replaceAll("[^\\p{L}\\p{N}]+$", ""));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
