package switchboard.tts.piper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is made at once: a sentence; a long one is cut at its punctuation, because nothing is heard before the front has seen all
 * of it. Words are never torn from each other for speed, only where a sentence has no punctuation for half a minute.
 */
final class Utterances {

    /** Some four seconds of speech. */
    static final int LONG = 60;
    /** Some half a minute; the graph takes more, but its memory grows with it. */
    static final int LONGEST = 400;

    private static final Pattern AFTER_SENTENCE = Pattern.compile("(?<=[.!?])\\s+");
    private static final Pattern AFTER_CLAUSE = Pattern.compile("(?<=[,;:])\\s+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");

    private Utterances() {
    }

    /** In order; only those that sound. */
    static List<String> of(String ipa) {
        List<String> utterances = new ArrayList<>();
        for (String sentence : AFTER_SENTENCE.split(ipa.strip())) {
            for (String clause : packed(AFTER_CLAUSE.split(sentence), LONG)) {
                utterances.addAll(clause.length() > LONGEST ? packed(BETWEEN_WORDS.split(clause), LONGEST) : List.of(clause));
            }
        }
        return utterances.stream().flatMap(Utterances::bounded).filter(Utterances::sounds).toList();
    }

    /** As many parts in one as are not too long together. */
    private static List<String> packed(String[] parts, int most) {
        List<String> packed = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String part : parts) {
            if (!current.isEmpty() && current.length() + 1 + part.length() > most) {
                packed.add(current.toString());
                current.setLength(0);
            }
            current.append(current.isEmpty() ? "" : " ").append(part);
        }
        packed.add(current.toString());
        return packed;
    }

    /** A single word may be as long as anything. */
    private static Stream<String> bounded(String utterance) {
        int pieces = (utterance.length() + LONGEST - 1) / LONGEST;
        return IntStream.range(0, pieces)
                .mapToObj(i -> utterance.substring(i * LONGEST, Math.min(utterance.length(), (i + 1) * LONGEST)));
    }

    private static boolean sounds(String utterance) {
        return utterance.codePoints().anyMatch(Character::isLetter);
    }
}
