package switchboard.llm.receptionist.booking;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A turn in two: what belongs to the booking, and a question about something else.
 *
 * @param content  may be empty
 * @param question to be answered from the documents before the dialogue goes on
 */
record Aside(String content, Optional<String> question) {

    private static final String OPENING = "^(?:(?:and|but|oh|um+|uh+|well|so|sorry|okay|ok|yes|no|wait|by the way|before that|first|one (?:more )?question|just a question|a question|hang on|hm+|actually|also|excuse me|quick question|tell me) )*";
    private static final Pattern OPENED = Pattern.compile("(?i)" + OPENING.replace(" )*", "[ ,.]+)*"));
    private static final Pattern QUESTION = Pattern.compile(OPENING + "(?:do|does|did|is|are|can|could|would|will|have|has|what|where|when|who|which|why|how|may|must|should|what's|where's|who's|how's|isn't|aren't|don't)\\b.*");
    /** Questions that carry an answer: "how about Saturday?", "can we do nine?". */
    private static final Pattern ANSWERS = Pattern.compile(OPENING + "(?:how about|what about|would .*\\b(?:work|be (?:okay|ok|possible|fine|all right|free))|(?:is|are) .*\\b(?:okay|ok|possible|fine|free|available|all right|good)|does .*\\bwork"
            + "|(?:can|could|may|shall) (?:we|i|you|it) (?:\\w+ )?(?:do|make|say|have|get|come|change|take|move|be|put|book|go|also)|would you (?:have|make|change|put)|do you have (?:(?:anything|something)(?! (?:for (?!us|me|the|" + Numbers.NUMBER + "|" + IntentWords.TIMEY + ")|vegan|vegetarian|gluten|without|with\\b|like|to\\b|i ))|a table|a slot|an appointment|it)|can it|could it)\\b.*");

    /** "Who know, sorry, I meant Saturday." */
    private static final Pattern CORRECTS = Pattern.compile("\\bi (?:mean|meant|said)\\b");
    /** "Friday at eight?" is an answer, however it sounds. */
    private static final Pattern DETAIL = Pattern.compile("\\b(?:" + IntentWords.TIMEY + "|" + Numbers.NUMBER + ")\\b");

    /** "We are two and can we bring a dog": a recogniser sets no full stop. */
    private static final Pattern AND_ASKS = Pattern.compile("(?i)[ ,]+(?:and|but|oh|also|by the way|oh and)[ ,]+(?=(?:(?:do|does|is|are|can|could|will|would|may) (?:you|we|i|the|there|it|your|dogs|children|kids)|what|where|how (?:much|long|do|far|late)) ?\\b)");

    private static List<String> sentences(String said) {
        return Speech.sentences(said).stream().flatMap(sentence -> AND_ASKS.splitAsStream(sentence)).filter(part -> !part.isBlank()).toList();
    }

    static Aside in(String said, List<String> kinds) {
        StringBuilder content = new StringBuilder();
        StringBuilder question = new StringBuilder();
        for (String sentence : sentences(said)) {
            String plain = Speech.plain(sentence);
            boolean asks = QUESTION.matcher(plain).matches() || sentence.endsWith("?") && plain.split(" ").length > 2 && !DETAIL.matcher(plain).find();
            boolean aside = asks && !ANSWERS.matcher(plain).matches() && !(CORRECTS.matcher(plain).find() && DETAIL.matcher(plain).find()) && PhoneWords.find(plain, false).isEmpty() && IntentWords.in(sentence, kinds).isEmpty();
            (aside ? question : content).append(sentence).append(' ');
        }
        return new Aside(content.toString().strip(), question.isEmpty() ? Optional.empty() : Optional.of(OPENED.matcher(question.toString().strip()).replaceFirst("")));
    }
}
