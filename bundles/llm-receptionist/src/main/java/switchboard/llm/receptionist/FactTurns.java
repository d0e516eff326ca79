package switchboard.llm.receptionist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Message;
import switchboard.api.time.Mention;
import switchboard.api.time.SpokenTimes;
import switchboard.llm.receptionist.acts.Clause;
import switchboard.llm.receptionist.booking.Heard;

/**
 * Turns that ask for a fact though their words are those of a booking: "is the parking free?", "can you fix a flat?". Where the
 * documents surely answer them, they begin no booking, neither now nor when the call is heard again from its beginning.
 */
record FactTurns(SpokenTimes times, Function<String, List<Clause>> acts) {

    private static final Pattern ASKS = Pattern.compile("(?:.*[.,!?] )?(?:and |but |so |or |also )*(?:is|are|do|does|can|could|what|what's|whats|where|who|how|which|until|till|when|will|would|may|must|should)\\b.*");
    private static final Pattern BOOKS = Pattern.compile(".*\\b(?:book\\w*|reserv\\w*|appointments?|tables?|slots?|schedul\\w*|availab\\w*|move|chang\\w*|(?:cancel|postpone) (?:my|our|the|it|that|this)|squeeze|fit (?:me|us)|for (?:me|us|two|three|four|five|six)"
            + "|my name|(?:can|could|may|might) (?:i|we) (?:come(?! by | with )|get|have|bring|make|do|see|drop|speak|talk)|anything|something|any time|earlier|later|sooner|make (?:it|that|us)|when (?:can|could|would|do you have))\\b.*");

    /** "Five is taken. I have four or six.": what follows may take one of them. */
    private static final Pattern OFFERS = Pattern.compile("(?s).*\\bI have [^.]*\\.\\s*");

    private static final Pattern CLOSING = Pattern.compile(".*\\b(?:(?:until|till) (?:what time|when)|how late|what time do you)\\b.*");

    /** Whether the last turn is one. It is none while something was asked: it may be the answer. */
    boolean isLast(ChatRequest request) {
        List<Message> conversation = request.conversation();
        Message before = conversation.size() < 2 ? null : conversation.get(conversation.size() - 2);
        boolean asked = before instanceof Message.Assistant assistant && (asksForMore(assistant.text()) || OFFERS.matcher(assistant.text()).matches());
        return !asked && isOne(request.question(), request);
    }

    /** The request without earlier ones that were answered with a fact. */
    ChatRequest without(ChatRequest request) {
        List<Message> left = new ArrayList<>();
        List<Message> all = request.conversation();
        for (int i = 0; i < all.size(); i++) {
            boolean told = i + 1 < all.size() && all.get(i) instanceof Message.User said && all.get(i + 1) instanceof Message.Assistant answer && !asksForMore(answer.text()) && isOne(said.text(), request) && days(said.text(), request).isEmpty();
            if (told) {
                i++;
            } else {
                left.add(all.get(i));
            }
        }
        return new ChatRequest(request.instructions(), left, request.knowledge(), request.tools(), request.now(), request.settings(), request.house());
    }

    /** A day that is asked about may be pointed to later: "could we come then?" */
    private List<LocalDate> days(String said, ChatRequest request) {
        return CLOSING.matcher(said.toLowerCase(Locale.ROOT)).matches() ? List.of() : times.find(said, request.now().toLocalDateTime()).days();
    }

    private boolean isOne(String said, ChatRequest request) {
        Heard heard = new Heard(said, acts);
        boolean fact = heard.onlyAsks() || heard.mayFind();
        if (fact || heard.wishes()) {
            return fact;
        }
        String plain = said.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        Mention named = times.find(said, request.now().toLocalDateTime());
        return ASKS.matcher(plain).matches() && !BOOKS.matcher(plain).matches() && (named.days().isEmpty() || CLOSING.matcher(plain).matches()) && named.times().isEmpty();
    }

    private static boolean asksForMore(String assistant) {
        return assistant.strip().endsWith("?");
    }
}
