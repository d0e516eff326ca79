package switchboard.llm.receptionist;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.Message;

/**
 * One reply: a courtesy, a fact, or that it is not known.
 *
 * @param conversation oldest first; the last message is the caller's
 * @param knowledge    what may answer it, best first
 */
record Reply(List<Message> conversation, List<Passage> knowledge) {

    static final String UNKNOWN = "I'm sorry, I don't know that.";
    private static final String CALL_BACK = " Shall I have somebody call you back?";
    private static final Pattern YES = Pattern.compile("(?i)\\W*(yes|yeah|yep|sure|please do|yes please|that would be (nice|great))\\b.*");
    private static final Pattern NO = Pattern.compile("(?i)\\W*(no|nope|not necessary|never ?mind)\\b.*");
    private static final Pattern REPEAT =
            Pattern.compile("(?i)\\W*(sorry|pardon|what)?\\W*((can|could) you (say|repeat) (that|it)( again)?|repeat( that)?|say that again|pardon( me)?)( please)?\\W*");
    private static final Pattern OPENING_FILLER = Pattern.compile("(?i)^(\\W*(hi|hello|hey|yes|yeah|um+|uh+|well|okay|ok|so|excuse me|good (morning|evening|afternoon))\\b[\\s,.!]*)+");

    String text() {
        String said = conversation.get(conversation.size() - 1).text();
        if (REPEAT.matcher(said).matches()) {
            return lastReply().orElse("I have not said anything yet. What would you like to know?");
        }
        if (callBackWasOffered()) {
            if (YES.matcher(said).matches()) {
                return "Then please tell me your name and your phone number.";
            }
            if (NO.matcher(said).matches()) {
                return "All right. Is there anything else?";
            }
        }
        return known(said).orElse(UNKNOWN + CALL_BACK);
    }

    /** The answer to a question, if it is a courtesy or stands in the documents. */
    Optional<String> known(String said) {
        return Courtesy.reply(said).or(() -> fact(OPENING_FILLER.matcher(said).replaceFirst("")));
    }

    private Optional<String> fact(String question) {
        return knowledge.stream()
                .filter(passage -> Relevance.of(question, passage) >= Relevance.ENOUGH)
                .max(Comparator.comparingDouble(passage -> Relevance.of(question, passage)))
                .map(Passage::text);
    }

    private boolean callBackWasOffered() {
        return lastReply().filter(reply -> reply.endsWith(CALL_BACK.strip())).isPresent();
    }

    private Optional<String> lastReply() {
        Message before = conversation.size() < 2 ? null : conversation.get(conversation.size() - 2);
        return before instanceof Message.Assistant assistant ? Optional.of(assistant.text().strip()) : Optional.empty();
    }
}
