package switchboard.llm.receptionist.booking;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import switchboard.llm.receptionist.acts.Act;
import switchboard.llm.receptionist.acts.Clauses;

/**
 * A turn in two: what belongs to the booking, and a question about something else.
 *
 * @param content  may be empty
 * @param question to be answered from the documents before the dialogue goes on
 */
record Aside(String content, Optional<String> question) {

    /** "I'd also like to know how long it takes." */
    private static final String WONDERS = "i'd (?:also |just )?(?:like|love) to (?:know|ask)|i (?:also |just )?(?:want|wanted|need|have) to (?:know|ask)|(?:can|could) you (?:please )?tell me|do you (?:happen to )?know|i was (?:just )?wondering|i wonder";
    private static final String OPENING = "^(?:(?:and|but|oh|um+|uh+|well|so|sorry|okay|ok|yes|no|wait|by the way|before that|first|one (?:more )?question|just a question|a question|hang on|hm+|actually|also|excuse me|quick question|tell me|" + WONDERS + ") )*";
    private static final Pattern OPENED = Pattern.compile("(?i)" + OPENING.replace(" )*", "[ ,.]+)*"));
    private static final Pattern QUESTION = Pattern.compile(OPENING + "(?:do|does|did|is|are|can|could|would|will|have|has|what|where|when|who|which|why|how|may|must|should|what's|where's|who's|how's|isn't|aren't|don't|(?<=(?:know|ask|wondering|wonder|me) )(?:if|whether))\\b.*");
    /** Questions that carry an answer: "how about Saturday?", "can we do nine?". */
    private static final Pattern ANSWERS = Pattern.compile(OPENING + "(?:how about|what about|what(?:'s| is) (?:the|your) (?:earliest|soonest|first|next)(?: (?:time|slot|appointment|one))?(?: (?:you have|there is|you've got))?$|would .*\\b(?:work|be (?:okay|ok|possible|fine|all right|free))|(?:is|are) (?:(?:it|that|this)\\b.*\\b(?:okay|ok|possible|fine|available|all right|good)\\b(?! (?:for|with|to|if) (?!me\\b|us\\b|you\\b|him\\b|her\\b|" + Numbers.NUMBER + "|" + IntentWords.TIMEY + "))|(?:(?:there|you)\\b.*|.*\\b(?:" + IntentWords.TIMEY + "|" + Numbers.NUMBER + "|morning|afternoon|evening|day|week|time|tables?|slots?)\\b.*)\\b(?:okay|ok|possible|fine|free|available|all right|good|too (?:early|late|soon)))\\b|does .*\\bwork"
            + "|(?:.* )?half an hour (?:earlier|later|sooner)\\b|what (?:times? |slots? |else )?(?:do you have|have you got|is (?:there )?(?:free|available)|would you have)(?: (?:free|available|open|left|else|instead))*(?: (?:in the (?:morning|afternoon|evening)|around|about|at|on|then|after|before|between|later|earlier|that day|this|" + IntentWords.TIMEY + ")\\b.*)?$"
            + "|(?:can|could|may|shall) (?:we|i|you|it) (?:\\w+ )?(?:do|make|say|have|get|come|change|take|move|be|put|book|go|also)|would you (?:have|make|change|put)|do you have (?:(?:anything|something)(?! (?:for (?!us|me|the|" + Numbers.NUMBER + "|" + IntentWords.TIMEY + ")|vegan|vegetarian|gluten|without|with\\b|like|to\\b|i ))|a table|a slot|an appointment|it)|can it|could it)\\b.*");

    /** "Do you need my number? It's …": the dialogue asks for it by itself. */
    private static final Pattern OWN = Pattern.compile(OPENING + "(?:do|will|would|did) you (?:need|want|like|require) (?:to (?:know|have|take) )?(?:my|our|a|the)(?: \\w+)? (?:number|name|details)\\b.*");
    /** "Who know, sorry, I meant Saturday." */
    private static final Pattern CORRECTS = Pattern.compile("\\bi (?:mean|meant|said)\\b");
    /** "Friday at eight?" is an answer, however it sounds. */
    private static final Pattern DETAIL = Pattern.compile("\\b(?:" + IntentWords.TIMEY + "|" + Numbers.NUMBER + ")\\b");

    /** "We are two and can we bring a dog": a recogniser sets no full stop. */
    private static final Pattern AND_ASKS = Pattern.compile("(?i)[ ,]+(?:and|but|oh|also|by the way|oh and)[ ,]+(?=(?:(?:do|does|is|are|can|could|will|would|may) (?:you|we|i|the|there|it|your|dogs|children|kids)|what|where|how (?:much|long|do|far|late)) ?\\b)");

    /** "I'm in a wheelchair, is that a problem?": what stands before it belongs to the question, if it is nothing that the booking needs. */
    private static final Pattern COMMA_ASKS = Pattern.compile("(?i)(?<=\\p{L}), (?=(?:(?:do|does|is|are|can|could|will|would|may) (?:you|we|i|the|there|it|that|this|they)|what|where|who|how (?:much|long|do|far|late)) ?\\b)");
    /** "One of us is in a wheelchair, is that all right?" */
    private static final Pattern IS_THAT = Pattern.compile("is (?:that|it|this) (?:going to be )?(?:all right|alright|okay|ok|fine|possible|allowed|a problem)(?: (?:with you|then))?");
    /** "Is there music tonight?": of what nobody books. */
    private static final Pattern IS_THERE = Pattern.compile(OPENING + "(?:is|are) there (?!.*\\b(?:tables?|slots?|appointments?|spots?|seats?|space|places?|anything|something|room|availability|times?|one|chance|way|possib\\w+|free|left|available)\\b).+");
    /** Words; a name alone has fewer. */
    private static final int WHOLE_CLAUSE = 4;

    private static List<String> sentences(String said) {
        return Clauses.sentences(said).stream().flatMap(sentence -> AND_ASKS.splitAsStream(sentence)).flatMap(sentence -> behindComma(sentence).stream()).filter(part -> !part.isBlank()).toList();
    }

    /** The clauses before and behind the comma, if a question stands behind it and the booking may need what stands before. */
    private static List<String> behindComma(String sentence) {
        String[] clauses = COMMA_ASKS.split(sentence, 2);
        boolean one = clauses.length < 2 || isDetailed(clauses[1]) || QUESTION.matcher(Speech.plain(sentence)).matches() || belongsToTheQuestion(clauses[0]);
        return one ? List.of(sentence) : List.of(clauses);
    }

    private static boolean belongsToTheQuestion(String clause) {
        return Speech.plain(clause).split(" ").length >= WHOLE_CLAUSE && !isDetailed(clause) && NameWords.find(clause, false).isEmpty();
    }

    private static boolean isDetailed(String clause) {
        return DETAIL.matcher(Pronouns.without(Speech.plain(clause))).find();
    }

    /** The question at the end of a sentence, or all of it. */
    private static String asked(String sentence) {
        String[] clauses = COMMA_ASKS.split(sentence, 2);
        return clauses.length < 2 || isDetailed(clauses[1]) ? sentence : clauses[1];
    }

    private static boolean asks(String sentence) {
        String plain = Speech.plain(sentence);
        return QUESTION.matcher(plain).matches() || sentence.endsWith("?") && plain.split(" ").length > 2 && !isDetailed(sentence);
    }

    /** Whether a question is about the booking: surely, or it is likely and names a day, a time or how much earlier. */
    private static boolean belongs(Heard part, String plain) {
        boolean detailed = isDetailed(plain) || Shift.in(plain).isPresent() || Cue.SOONEST.isIn(plain);
        return detailed ? part.likely(Act.FREE, Act.SLOT, Act.BOOK, Act.MOVE, Act.ACCEPT) : part.surely(Act.FREE, Act.SLOT, Act.MOVE, Act.ACCEPT);
    }

    static Aside in(Heard turn, List<String> kinds) {
        StringBuilder content = new StringBuilder();
        StringBuilder question = new StringBuilder();
        for (String sentence : sentences(turn.said())) {
            String plain = Speech.plain(asked(sentence));
            Heard part = turn.part(sentence);
            boolean ofThat = IS_THAT.matcher(plain).matches() && plain.length() < Speech.plain(sentence).length();
            boolean aside = ofThat || IS_THERE.matcher(plain).matches() || !belongs(part, plain) && asks(asked(sentence)) && !ANSWERS.matcher(plain).matches() && !OWN.matcher(plain).matches() && !(CORRECTS.matcher(plain).find() && DETAIL.matcher(plain).find()) && PhoneWords.find(plain, false).isEmpty() && IntentWords.in(sentence, kinds).isEmpty();
            (aside ? question : content).append(sentence).append(' ');
        }
        return new Aside(content.toString().strip(), question.isEmpty() ? Optional.empty() : Optional.of(OPENED.matcher(question.toString().strip()).replaceFirst("")));
    }
}
