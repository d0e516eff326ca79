package switchboard.llm.receptionist.booking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import switchboard.llm.receptionist.acts.Clauses;

/** One thing to know, how it is asked for, and how such a question is recognised, whoever asked it. */
enum Slot {

    // Recognised in this order: a question for a telephone number may speak of a name too.
    PHONE("phone number|telephone|mobile number|number .*(reach|call) you", Sentence.PHONE, Sentence.PHONE_AGAIN),
    NAME("\\bname\\b|who is it for|who am i speaking", Sentence.NAME, Sentence.NAME_AGAIN),
    PARTY("how many|number of (people|guests|persons)|for how", Sentence.PARTY, Sentence.PARTY_AGAIN),
    DAY("(which|what) (day|date)|day and (at what )?time", Sentence.DAY, Sentence.DAY_AGAIN),
    TIME("(which|what) time|at what|what hour", Sentence.TIME, Sentence.TIME_AGAIN),
    KIND("what is it for|what kind|i can book .*which one", Sentence.KIND, Sentence.KIND_AGAIN);

    private static final Pattern NAMED = Pattern.compile("(?:.* )?(?:the|my) (time|hour|day|date|name|number of (?:people|guests|persons)|people|party|guests|(?:phone |telephone )?number|(?:last |first )?digits?)(?: (?:" + Numbers.NUMBER + "|is|was|are|please|isn't|should|needs to|has to|must|wrong|not|right|correct|be|different|another|changed|to))*");

    private static final Pattern LATER = Pattern.compile(".*\\b(?:later|earlier|sooner|(?:another|different|other) (?:time|hour))\\b.*");
    private static final Pattern OTHER_DAY = Pattern.compile(".*\\b(?:another|different|other|wrong) (?:day|date)\\b.*");

    private final Pattern asked;
    private final Sentence question;
    private final Sentence again;

    Slot(String asked, Sentence question, Sentence again) {
        this.asked = Pattern.compile(asked);
        this.question = question;
        this.again = again;
    }

    /** What the assistant asked for last, if it is one of these; its words may have been cut off. */
    static Optional<Slot> askedIn(String assistant) {
        List<String> sentences = Clauses.sentences(assistant.toLowerCase(Locale.ROOT));
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        String last = sentences.get(sentences.size() - 1);
        // "Please tell me your name" ends with a full stop and is asked by others.
        return last.endsWith(".") || last.endsWith("!") ? Optional.empty()
                : Stream.of(values()).filter(slot -> slot.asked.matcher(last).find()).findFirst();
    }

    /** What "the time", said alone or with "change" or "wrong", names. */
    static Optional<Slot> namedIn(String said) {
        String plain = Speech.plain(said);
        if (LATER.matcher(plain).matches()) {
            return Optional.of(TIME);
        }
        if (OTHER_DAY.matcher(plain).matches()) {
            return Optional.of(DAY);
        }
        Matcher named = NAMED.matcher(plain);
        return !named.matches() ? Optional.empty() : Optional.of(switch (named.group(1)) {
            case "time", "hour" -> TIME;
            case "day", "date" -> DAY;
            case "name" -> NAME;
            case "number", "phone number", "telephone number", "digit", "digits", "last digit", "first digit", "last digits", "first digits" -> PHONE;
            default -> PARTY;
        });
    }

    Sentence question(Intent intent) {
        return switch (intent) {
            case MOVE -> this == NAME ? Sentence.BOOKED_NAME : this == DAY ? Sentence.NEW_TIME : question;
            case CANCEL, FIND -> this == NAME ? Sentence.BOOKED_NAME : question;
            default -> question;
        };
    }

    /** The same in other words, for whoever did not answer. */
    Sentence again(Intent intent) {
        boolean booked = intent != Intent.BOOK && intent != Intent.FREE;
        return this == NAME && booked ? Sentence.BOOKED_NAME_AGAIN : this == DAY && intent == Intent.MOVE ? Sentence.NEW_TIME_AGAIN : again;
    }
}
