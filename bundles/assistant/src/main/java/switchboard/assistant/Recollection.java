package switchboard.assistant;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import switchboard.api.llm.Message;

/**
 * A call as a language model is told of it: word for word what was said lately, and in short what was said before. The older
 * part grows by several turns at once: between two such steps every prompt begins with the one before it, so that what a model
 * or provider has cached of it fits.
 *
 * @param recent  the whole call, or what is left of a long one, which begins with the caller
 * @param earlier the caller's words, shortened, and what was done; empty if all is recent
 */
record Recollection(List<Message> recent, String earlier) {

    /** Twelve exchanges are never shortened: the longest booking with its corrections; six more until the next step. */
    private static final int MOST_MESSAGES = 36;
    private static final int STEP = 12;
    /** Of one turn, which says within its first words what it is about. */
    private static final int TURN_WORDS = 16;
    /** Of all older turns together; the latest count most. */
    private static final int EARLIER_WORDS = 120;

    static Recollection of(List<Message> conversation) {
        int from = begin(conversation);
        return new Recollection(List.copyOf(conversation.subList(from, conversation.size())), inShort(conversation.subList(0, from)));
    }

    private static int begin(List<Message> conversation) {
        int over = conversation.size() - MOST_MESSAGES;
        int from = over <= 0 ? 0 : (over + STEP - 1) / STEP * STEP;
        while (from > 0 && !(conversation.get(from) instanceof Message.User)) {
            from++;
        }
        return from;
    }

    private static String inShort(List<Message> older) {
        Deque<String> told = new ArrayDeque<>();
        int left = EARLIER_WORDS;
        for (int i = older.size() - 1; i >= 0 && left > 0; i--) {
            Optional<String> part = inShort(older.get(i));
            part.ifPresent(told::addFirst);
            left -= part.map(text -> text.split(" ").length).orElse(0);
        }
        return String.join(" ", told);
    }

    private static Optional<String> inShort(Message message) {
        if (message instanceof Message.User user) {
            return Optional.of("The caller said: \"" + shortened(user.text()) + "\"");
        }
        return message instanceof Message.ToolOutput output && !output.spoken().isBlank() ? Optional.of("Then it was told: " + output.spoken().strip()) : Optional.empty();
    }

    private static String shortened(String text) {
        String[] words = text.strip().split("\\s+");
        return words.length <= TURN_WORDS ? String.join(" ", words) : String.join(" ", Arrays.copyOf(words, TURN_WORDS)) + " \u2026";
    }
}
