package switchboard.conversation.words;

import java.util.List;
import java.util.regex.Pattern;

/** What the bot's last words ask the caller for: the shape of the answer tells when it is whole. In English, German or Spanish. */
public enum Expected {

    /** Nothing was asked, or an open question: "How can I help?" */
    ANYTHING,

    /** Something to which there is a short answer. */
    SHORT_ANSWER,

    /** A yes or a no; who says no may go on with why. */
    YES_OR_NO,

    /** How many, how long, how old: a number. */
    AMOUNT,

    /** What happened: sentences, as many as it takes. */
    ACCOUNT,

    /** A day, a month and a year. */
    BIRTHDAY,

    /** A place, in parts: a number, a street, a town. */
    ADDRESS,

    /** A day and a time; who names the day may go on with the time. */
    WHEN,

    /** A day; who names one of the week may go on with its date, or with the time. */
    DAY,

    /** Any number of things, one after the other. */
    ITEMS,

    /** Digits, in groups with pauses between them. */
    TELEPHONE_NUMBER,

    /** A given name may be followed by another name. */
    NAME,

    /** Letters, as many as there are. */
    SPELLING;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /** Whoever is asked so may say anything. */
    private static final Pattern OPEN_QUESTION = pattern("help|do for you|(any|some)thing (else|more)|helfen|für sie tun|noch etwas|ayudar|algo más");
    private static final Pattern REQUEST = pattern("tell me|give me|say|spell|nennen|sagen|geben|buchstabieren|diga(me)?|dígame|deme|deletree");
    private static final Pattern VERB_FIRST = Pattern.compile("((and|so|okay|ok|then|good|well|right|und|gut|dann|y),? |¿)*(is|are|was|were|do|does|did|have|has|had|shall|should|will|would|can|could|may"
            + "|ist|sind|war|soll|sollen|haben|hat|möchten|wollen|darf|dürfen|kann|können|passt|stimmt|es correcto|quiere|desea|tiene|le parece|puedo|podemos|está)\\b.*", FLAGS);
    /** "The small one or the large one?" */
    private static final Pattern CHOICE = pattern("or|oder|o");
    /** Answered by what is named, not by a yes: "Can I have your address?" */
    private static final Pattern ASKS_FOR = pattern("(can|could|may|might|would) (i|we|you) (please )?(have|get|take|ask|know|tell|give|say|repeat|leave|spell)|do you have an? .*(number|address|name)"
            + "|darf ich|(kann|können|dürfen) .*(haben|sagen|nennen|geben|erfahren|buchstabieren)|puedo (saber|tener)|puede (decir|dar|deletrear)\\p{L}*");

    /** What names the things that can be asked for; the first that is found counts. */
    private static final List<Sign> SIGNS = List.of(
            new Sign(SPELLING, pattern("spell(ed|ing)?|buchstabier\\p{L}*|deletre\\p{L}*")),
            new Sign(TELEPHONE_NUMBER, pattern("(tele)?phone|number(?! of)|telefon\\p{L}*|nummer|teléfono|número(?! de)")),
            new Sign(NAME, pattern("names?|who am i speaking|whose|for whom|who .* for|namen?|heißen|nombre|se llama")),
            new Sign(BIRTHDAY, pattern("date of birth|birth ?(day|date)|born|geburts(datum|tag)|geboren|nacimiento|nació")),
            new Sign(ADDRESS, pattern("address|which street|adresse|anschrift|straße|dirección|calle|(where|wohin) (shall|should|can|may|must|do|sollen|dürfen) .*")),
            new Sign(ACCOUNT, pattern("what happened|what('s| is| was| seems to be) (the )?(problem|matter|wrong|trouble|issue|fault)|what brings|why|describe|tell me (more|about)"
                    + "|was ist (denn )?(passiert|los|geschehen|kaputt|das problem)|warum|worum geht|beschreiben|qué (ha |le )?(pas|ocurr|suced)\\p{L}*|cuál es el problema|por qué|descr[ií]b\\p{L}*")),
            new Sign(WHEN, pattern("when|day and (at )?(what |which )?time|wann|cuándo")),
            new Sign(DAY, pattern("(which|what) (day|date)|welche[rnm]? tag|welches datum|qué (día|fecha)")),
            new Sign(ITEMS, pattern("what (would|can|do|may|shall) (you|i|we) (like|want|need|order|get|bring)(?! to (?!order|eat|drink|have))"
                    + "|(which|what) (?!\\p{L}*(ss|us|is)\\b)\\p{L}{2,}s (do|does|did|can|could|would|will|shall|should|may|are|have|has)"
                    + "|who('s| is| are| will| else) .*(com(e|ing)|there|join(ing)?)|what (is|was) in (the|your) \\p{L}+|what needs to be \\p{L}+"
                    + "|which (services|items|dishes|things)|was (möchten|brauchen|hätten) sie|qué (desea|necesita|quiere)[a-z]*")));
    private static final Sign MANY = new Sign(AMOUNT, pattern("how (many|much|long|old|tall|big|large|far)|number of|budget|wie (viele?|lange|alt|groß)|cuánt[oa]s?"));

    private record Sign(Expected thing, Pattern named) {

        boolean in(String question) {
            return named.matcher(question).find();
        }
    }

    /** @param said the bot's last words, as far as they were heard */
    public static Expected after(String said) {
        String last = said.strip().replaceFirst("(?s)^.*[.!?:]\\s+", "");
        boolean question = last.endsWith("?");
        if (!question && !REQUEST.matcher(last).find() || OPEN_QUESTION.matcher(last).find()) {
            return ANYTHING;
        }
        if (VERB_FIRST.matcher(last).matches() && !CHOICE.matcher(last).find() && !ASKS_FOR.matcher(last).find()) {
            return YES_OR_NO;
        }
        Expected other = !question ? ANYTHING : MANY.in(last) ? AMOUNT : SHORT_ANSWER;
        return SIGNS.stream().filter(sign -> sign.in(last)).findFirst().map(Sign::thing).orElse(other);
    }

    private static Pattern pattern(String words) {
        return Pattern.compile("\\b(" + words + ")\\b", FLAGS);
    }
}
