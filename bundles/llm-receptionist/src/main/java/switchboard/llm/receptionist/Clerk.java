package switchboard.llm.receptionist;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Message;
import switchboard.api.time.SpokenTimes;
import switchboard.llm.receptionist.acts.Clause;
import switchboard.llm.receptionist.booking.BookingAnswer;
import switchboard.llm.receptionist.booking.BookingDialogue;
import switchboard.llm.receptionist.booking.CallbackDialogue;
import switchboard.llm.receptionist.booking.Documents;
import switchboard.llm.receptionist.booking.Interpreter;

/** Leads bookings and notes call-backs in the company's language. One per answer. */
final class Clerk {

    private final ChatRequest spoken;
    private final ChatRequest english;
    private final Interpreter interpreter;
    private final FactTurns facts;
    private final CallbackDialogue callbacks;
    private final BookingDialogue bookings;

    private Clerk(ChatRequest request, String language, SpokenTimes times, SpokenTimes englishTimes, Interpreter interpreter, Function<String, List<Clause>> acts) {
        spoken = request;
        this.interpreter = interpreter;
        english = interpreter.english(request);
        facts = new FactTurns(englishTimes, acts);
        callbacks = new CallbackDialogue(language, acts);
        bookings = new BookingDialogue(englishTimes, language, times, acts, this::original);
    }

    /** One for the language of a request, if it is one in which bookings are understood. */
    static Optional<Clerk> of(ChatRequest request, Languages languages, BiFunction<String, SpokenTimes, Interpreter> interpreters, Function<String, List<Clause>> acts) {
        String language = request.house().language();
        return Optional.of(language).filter(Interpreter::knows).flatMap(languages::times).flatMap(times ->
                languages.times("en").map(english -> new Clerk(request, language, times, english, interpreters.apply(language, times), acts)));
    }

    /** A part of a turn in the caller's own words. */
    private String original(String part, String turn) {
        List<Message> heard = english.conversation();
        return IntStream.range(0, heard.size()).filter(i -> heard.get(i).text().equals(turn)).mapToObj(i -> interpreter.original(part, spoken.conversation().get(i).text())).findFirst().orElse(part);
    }

    /** Whether the last turn asks for a fact that the words of a booking only seem to ask for. */
    boolean asksForFact() {
        return facts.isLast(english);
    }

    /** What comes next, if somebody is to be called back or something is to be booked. */
    Optional<BookingAnswer> answer(Reply reply) {
        List<Message> conversation = spoken.conversation();
        Documents documents = documents(reply);
        return callbacks.answer(english, conversation, documents).or(() -> bookings.answer(facts.without(english), documents));
    }

    private Documents documents(Reply reply) {
        return new Documents() {
            @Override
            public String answer(String question) {
                return find(question).orElseGet(reply::unknown);
            }

            @Override
            public Optional<String> find(String question) {
                String asked = interpreter.original(question, spoken.question());
                return reply.known(asked).or(() -> reply.perhaps(asked));
            }

            @Override
            public Optional<String> surely() {
                return reply.surelyKnown();
            }
        };
    }

    /** What to say instead of a tool's own words, if they are not the answer. */
    Optional<String> afterLooking() {
        return bookings.afterLooking(english);
    }
}
