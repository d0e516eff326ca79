package switchboard.conversation.words;

import java.util.regex.Pattern;

/** What the bot's last words ask the caller for: the shape of the answer tells when it is whole. In English, German or Spanish. */
public enum Expected {

    /** Nothing was asked, or an open question: "How can I help?" */
    ANYTHING,

    /** Something to which there is a short answer. */
    SHORT_ANSWER,

    /** A day and a time; who names the day may go on with the time. */
    WHEN,

    /** Any number of things, one after the other. */
    ITEMS,

    /** Digits, in groups with pauses between them. */
    TELEPHONE_NUMBER,

    /** A given name may be followed by another name. */
    NAME,

    /** Letters, as many as there are. */
    SPELLING;

    /** Whoever is asked so may say anything. */
    private static final Pattern OPEN_QUESTION = pattern("help|do for you|(any|some)thing (else|more)|helfen|für sie tun|noch etwas|ayudar|algo más");
    private static final Pattern REQUEST = pattern("tell me|give me|say|spell|nennen|sagen|geben|buchstabieren|diga(me)?|dígame|deme|deletree");
    private static final Pattern SPELL = pattern("spell(ed|ing)?|buchstabier\\p{L}*|deletre\\p{L}*");
    private static final Pattern NUMBER = pattern("(tele)?phone|number(?! of)|telefon\\p{L}*|nummer|teléfono|número(?! de)");
    private static final Pattern CALLED = pattern("names?|who am i speaking|namen?|heißen|nombre|se llama");
    private static final Pattern DAY_AND_TIME = pattern("when|day and (at )?(what |which )?time|wann|cuándo");
    private static final Pattern THINGS = pattern("what (would|can|do|may|shall) (you|i|we) (like|want|need|order|get|bring)(?! to (?!order|eat|drink|have))"
            + "|which (services|items|dishes|things)|was (möchten|brauchen|hätten) sie|qué (desea|necesita|quiere)[a-z]*");

    /** @param said the bot's last words, as far as they were heard */
    public static Expected after(String said) {
        String last = said.strip().replaceFirst("(?s)^.*[.!?:]\\s+", "");
        if (!last.endsWith("?") && !REQUEST.matcher(last).find() || OPEN_QUESTION.matcher(last).find()) {
            return ANYTHING;
        }
        if (SPELL.matcher(last).find()) {
            return SPELLING;
        }
        if (NUMBER.matcher(last).find()) {
            return TELEPHONE_NUMBER;
        }
        if (CALLED.matcher(last).find()) {
            return NAME;
        }
        if (DAY_AND_TIME.matcher(last).find()) {
            return WHEN;
        }
        if (THINGS.matcher(last).find()) {
            return ITEMS;
        }
        return last.endsWith("?") ? SHORT_ANSWER : ANYTHING;
    }

    private static Pattern pattern(String words) {
        return Pattern.compile("\\b(" + words + ")\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
