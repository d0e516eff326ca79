package switchboard.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts a paragraph into pieces that can be said alone: a caller wants the sentence that answers, not the paragraph around it. */
final class Sentences {

    private static final int SPOKEN_IN_ONE_BREATH = 2;
    private static final int SHORT_WORDS = 4;
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\\d¿¡„\"])");
    /** A full stop behind them ends no sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of("dr", "mr", "mrs", "ms", "st", "no", "nr", "str", "approx", "ca", "etc", "prof", "av", "avda", "sra", "tel", "e.g", "i.e", "z.b", "d.h", "bzw", "inkl", "incl", "núm");
    /** Who begins so speaks of the sentence before. */
    private static final Pattern LEANS = Pattern.compile("(?:it|they|this|that|these|those|both|each|he|she|then|so|but|and|otherwise|after that|before that|below that|above that|if not|if so|there (?:is|are) (?:\\w+ ){1,3}of (?:them|these|those)|(?:one|two|three|some|all|most|none|each|both) of (?:them|these|those)"
            + "|es|sie kosten|er|dies|diese|das|beide|dort|dann|darunter|danach|sonst|ello|eso|esto|ambos|ambas|allí|luego|si no)\\b.*");

    private Sentences() {
    }

    /** The whole, if it is one or two sentences; else its sentences, those that mean nothing alone, and answers to a question, with the one before. */
    static List<String> pieces(String paragraph) {
        List<String> sentences = sentences(paragraph);
        if (sentences.size() <= SPOKEN_IN_ONE_BREATH) {
            return List.of(paragraph);
        }
        List<String> pieces = new ArrayList<>();
        for (String sentence : sentences) {
            int last = pieces.size() - 1;
            boolean leans = LEANS.matcher(sentence.toLowerCase(Locale.ROOT)).matches() || last >= 0 && pieces.get(last).endsWith("?");
            if (last >= 0 && (leans || words(pieces.get(last)) < SHORT_WORDS) && sentences(pieces.get(last)).size() < SPOKEN_IN_ONE_BREATH) {
                pieces.set(last, pieces.get(last) + " " + sentence);
            } else {
                pieces.add(sentence);
            }
        }
        return pieces;
    }

    private static int words(String text) {
        return text.split("\\s+").length;
    }

    private static List<String> sentences(String paragraph) {
        List<String> sentences = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String part : END.split(paragraph)) {
            open.append(open.isEmpty() ? "" : " ").append(part);
            String word = part.substring(part.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
            if (!part.endsWith(".") || !ABBREVIATIONS.contains(word) && !word.endsWith("str")) {
                sentences.add(open.toString());
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            sentences.add(open.toString());
        }
        return sentences;
    }
}
