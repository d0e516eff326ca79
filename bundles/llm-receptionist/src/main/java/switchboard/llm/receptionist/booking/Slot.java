package switchboard.llm.receptionist.booking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One thing to know, how it is asked for, and how such a question is recognised, whoever asked it. */
enum Slot {

    // Recognised in this order: a question for a telephone number may speak of a name too.
    PHONE("phone number|telephone|mobile number|number .*(reach|call) you", "A telephone number, in case something changes?", "Which telephone number can I write down?"),
    NAME("\\bname\\b|who is it for|who am i speaking", "And your name, please?", "Under what name may I write it down?"),
    PARTY("how many|number of (people|guests|persons)|for how", "For how many people?", "How many of you will there be?"),
    DAY("(which|what) (day|date)|day and (at what )?time", "For which day?", "Which day would you like?"),
    TIME("(which|what) time|at what|what hour", "At what time?", "What time would suit you?"),
    KIND("what is it for|what kind|i can book .*which one", "What is it for?", "What kind of appointment is it?");

    private static final Pattern NAMED = Pattern.compile("(?:.* )?(?:the|my) (time|hour|day|date|name|number of (?:people|guests|persons)|people|party|guests)(?: (?:is|was|are|please|isn't|should|needs to|has to|must|wrong|not|right|correct|be|different|another|changed|to))*");

    private static final Pattern LATER = Pattern.compile(".*\\b(?:later|earlier|sooner|(?:another|different|other) (?:time|hour))\\b.*");
    private static final Pattern OTHER_DAY = Pattern.compile(".*\\b(?:another|different|other|wrong) (?:day|date)\\b.*");

    private final Pattern asked;
    private final String question;
    private final String again;

    Slot(String asked, String question, String again) {
        this.asked = Pattern.compile(asked);
        this.question = question;
        this.again = again;
    }

    /** What the assistant asked for last, if it is one of these; its words may have been cut off. */
    static Optional<Slot> askedIn(String assistant) {
        List<String> sentences = Speech.sentences(assistant.toLowerCase(Locale.ROOT));
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
            default -> PARTY;
        });
    }

    String question(Intent intent) {
        return switch (intent) {
            case MOVE -> this == NAME ? "Under which name is it booked?" : this == DAY ? "To which day and at what time?" : question;
            case CANCEL, FIND -> this == NAME ? "Under which name is it booked?" : question;
            default -> question;
        };
    }

    /** The same in other words, for whoever did not answer. */
    String again(Intent intent) {
        boolean booked = intent != Intent.BOOK && intent != Intent.FREE;
        return this == NAME && booked ? "What name was it booked under?" : this == DAY && intent == Intent.MOVE ? "Which day would suit you instead?" : again;
    }
}
