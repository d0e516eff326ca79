package switchboard.llm.receptionist.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a turn into its clauses, in English: at its marks, where what follows can stand alone, and, since recognisers set few marks,
 * before a subject that begins another statement.
 */
public final class Clauses {

    private static final Pattern SENTENCE = Pattern.compile("[^.?!]+[.?!]*");
    /** A point behind an initial or within a number ends nothing. */
    private static final Pattern POINT_WITHIN = Pattern.compile("(?<=\\b[A-Za-z0-9])\\.(?=\\s?[A-Za-z0-9]\\b)|(?<=\\b\\p{Lu})\\.(?=\\s?\\p{Lu})|(?<=\\b(?:Dr|Mr|Mrs|Ms))\\.");
    private static final String SUBJECT = "(?:i|we|you|he|she|it|they|there|that|this|my|our|his|her|their|somebody|someone|everybody)(?:'(?:m|re|s|ve|d|ll))?";
    private static final String OPENER = "(?:" + SUBJECT + "|can|could|would|will|do|does|did|is|are|may|might|shall|should|the \\p{L}+(?:'s| is| are| was| has)|what|what's|when|where|where's|who|which|how|any chance|please|let's|let me|put|book|make|have you|got|is there|are there|so|but|and|because|or|if|unless|only|thank|thanks|sorry)";
    private static final Pattern CUT = Pattern.compile("(?i)(?:"
            + "\\s*[,;:–—-]+\\s+(?=" + OPENER + "\\b)"
            + "|(?<=^(?:hi|hello|hey|hi there|hello there|good morning|good afternoon|good evening))\\s+(?!there)"
            + "|(?<=\\p{L}{2}),?\\s+(?=(?:but|because|although|though|cause|'cause)\\s)"
            + "|(?<=\\p{L}{2})\\s+(?=(?:so|and then|and|only) " + OPENER + "\\b)"
            + "|(?<=\\b(?:hello|hi|morning|afternoon|evening|see|okay|ok|well|hm|hmm|um|uh|right|oh|please|thanks|you|sorry|lovely|great|perfect|fine))\\s*,\\s+"
            + ")");
    /** "…a table on Saturday it's my birthday": a subject behind a noun, where nothing asks for it. */
    private static final Pattern UNMARKED = Pattern.compile("(?i)(?<!\\b(?:and|but|or|so|if|that|than|what|when|where|who|which|how|why|because|cause|only|as|can|could|would|will|do|does|did|is|are|am|was|were|may|might|shall|should|have|has|had|think|hope|know|believe|said|say|says|guess|suppose|sure|like|wondering|afraid|wonder|ask|see|tell|me|before|after|until|till|while|since|unless|thing|time|day|one|all|everything|something|anything|somewhere|anywhere|someone|somebody|anyone|anybody|whom|whether|though|although|where|let|make|take|thought|mean|reckon|wish|whatever|whichever|whenever|case|way|many|much|long|far|often|soon|late|early|need|want|the|a|an|of|to|for|with|at|in|on|from))\\s+"
            + "(?=(?:i'm|i've|i'd|i'll|we're|we've|we'd|we'll|it's|he's|she's|they're|there's|that's|i|we|she|he|they|could you|can you|can we|can i|could we|could i|do you|is there|are there|is that|is it|are you|do i|do we|who do|what do|how do|would you|what time|how much)\\s+\\p{L}+)");
    /** "Mondays and Fridays I mind my grandchildren." */
    private static final Pattern DAYS = Pattern.compile("(?i)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tonight|tomorrow|mornings?|afternoons?|evenings?|nights?|weekends?|so|and|but|or|on|at|in|the|this|next|every|then|well|\\W)+");
    private static final Pattern NOTHING = Pattern.compile("(?i)(?:[^\\p{L}\\p{N}]|\\b(?:um+|uh+|er+m?|hm+|mm+|oh|ah)\\b)*");
    private static final int WORDS_BEFORE = 2;
    /** "Seven, I think": less is no clause of its own. */
    private static final int WORDS_BEHIND = 3;

    private Clauses() {
    }

    /** The clauses in their order, with their marks; none is blank. */
    public static List<String> of(String turn) {
        List<String> clauses = new ArrayList<>();
        for (String sentence : sentences(turn.replace('\u2019', '\''))) {
            CUT.splitAsStream(sentence).flatMap(clause -> unmarked(clause).stream()).map(String::strip).filter(clause -> !NOTHING.matcher(clause).matches()).forEach(clauses::add);
        }
        return clauses;
    }

    /** The sentences of a turn, each with its mark; none is blank. */
    public static List<String> sentences(String said) {
        List<String> sentences = new ArrayList<>();
        for (Matcher sentence = SENTENCE.matcher(POINT_WITHIN.matcher(said).replaceAll(" ")); sentence.find(); ) {
            if (!sentence.group().isBlank()) {
                sentences.add(sentence.group().strip());
            }
        }
        return sentences;
    }

    private static List<String> unmarked(String clause) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (Matcher cut = UNMARKED.matcher(clause); cut.find(); ) {
            String before = clause.substring(from, cut.start());
            if (words(before) >= WORDS_BEFORE && !DAYS.matcher(before).matches() && words(clause.substring(cut.end())) >= WORDS_BEHIND) {
                parts.add(before);
                from = cut.end();
            }
        }
        parts.add(clause.substring(from));
        return parts;
    }

    private static int words(String part) {
        return part.strip().split("\\s+").length;
    }
}
