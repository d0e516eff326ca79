package switchboard.llm.receptionist.booking;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import switchboard.api.time.SpokenTimes;

/**
 * What the booking dialogue says, in the caller's language.
 *
 * @param times of that language
 */
record Questions(Sentences sentences, SpokenTimes times) {

    private static final Sentences ENGLISH = Sentences.of("en");
    private static final Pattern FIRST_LETTER = Pattern.compile("^([^\\p{L}]*)(\\p{L})");

    String say(Sentence... said) {
        return String.join(" ", List.of(said).stream().map(sentences::say).toList());
    }

    /**
     * Asks for what is missing.
     *
     * @param agreed whether the caller has only agreed, or told nothing that was asked for
     * @param before what the assistant said before, in English
     */
    String next(Turn turn, boolean agreed, Slot missing, Intent intent, Slots slots, String before, List<String> kinds) {
        boolean whichDay = intent == Intent.MOVE && missing == Slot.DAY && slots.party() > 0;
        Sentence question = whichDay ? Sentence.BOOKED_DAY : missing.question(intent);
        Sentence again = missing.again(intent);
        boolean askedAgain = before.toLowerCase(Locale.ROOT).contains(ENGLISH.say(again).toLowerCase(Locale.ROOT));
        return withKinds(switch (turn) {
            case STARTED -> say(intent == Intent.BOOK || intent == Intent.FREE ? Sentence.GLADLY : Sentence.OF_COURSE, question);
            case RESTARTED -> say(Sentence.FROM_THE_BEGINNING, question);
            case GAINED -> say(question);
            default -> agreed ? say(question) : askedAgain ? say(Sentence.SORRY, missing == Slot.NAME ? Sentence.NAME_SPELLED : question) : say(Sentence.NOT_UNDERSTOOD, again);
        }, missing, kinds);
    }

    /** The same, after something else: "Gladly. I'll make a note of that. For which day?" */
    String behind(String first, String question) {
        String gladly = say(Sentence.GLADLY) + " ";
        return question.startsWith(gladly) ? gladly + first + " " + question.substring(gladly.length()) : first + " " + question;
    }

    /** Leads back to what is missing. */
    String continued(Slot missing, Intent intent, List<String> kinds) {
        String question = withKinds(say(missing.question(intent)).replaceFirst("^And ", ""), missing, kinds);
        return say(Sentence.SO) + " " + FIRST_LETTER.matcher(question).replaceFirst(first -> Matcher.quoteReplacement(first.group(1) + first.group(2).toLowerCase(Locale.ROOT)));
    }

    /** "I have half past two in the afternoon tomorrow. Shall I take that?" */
    String offer(LocalDateTime time, LocalDate today) {
        boolean soon = time.toLocalDate().isBefore(today.plusDays(2));
        return offer(say(soon ? Sentence.I_HAVE_SOON : Sentence.I_HAVE).replace("{time}", times.say(time.toLocalTime())).replace("{day}", times.say(time.toLocalDate(), today)));
    }

    /** A time that there is, to be taken or not. */
    String offer(String sentence) {
        return sentence + " " + say(Sentence.TAKE_IT);
    }

    /** Nobody can choose from what was not named. */
    private String withKinds(String question, Slot missing, List<String> kinds) {
        if (missing != Slot.KIND || kinds.size() < 2) {
            return question;
        }
        String choice = String.join(", ", kinds.subList(0, kinds.size() - 1)) + " " + say(Sentence.OR) + " " + kinds.get(kinds.size() - 1);
        return question.replaceFirst("\\?$", Matcher.quoteReplacement(": " + choice + "?"));
    }
}
