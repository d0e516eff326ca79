package switchboard.llm.receptionist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;
import switchboard.api.llm.Message;
import switchboard.api.time.SpokenTimes;
import switchboard.llm.receptionist.acts.Clause;
import switchboard.llm.receptionist.booking.BookingAnswer;
import switchboard.llm.receptionist.booking.Heard;
import switchboard.llm.receptionist.booking.Interpreter;

/** Answers from the passages of the request, or leads a booking, sentence by sentence. Thread-safe. */
final class Receptionist implements LanguageModel, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Receptionist.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread named = new Thread(task, "receptionist");
        named.setDaemon(true);
        return named;
    });

    private final Languages languages;
    private final Function<String, List<Clause>> acts;
    /** By language; times that are exchanged bring another, so that the old bundle is not kept. */
    private final Map<String, Interpreter> interpreters = new ConcurrentHashMap<>();

    /**
     * @param languages in which bookings are led; in others only facts are told
     * @param acts      what the clauses of an English turn do; none if that is not known
     */
    Receptionist(Languages languages, Function<String, List<Clause>> acts) {
        this.languages = languages;
        this.acts = acts;
    }

    /** It speaks the documents' own sentences, and what tools and the date grammar made of the caller's words. */
    @Override
    public boolean answersAtOnce() {
        return true;
    }

    @Override
    public boolean inventsNothing() {
        return true;
    }

    @Override
    public Generation generate(ChatRequest request, Consumer<GenerationEvent> listener) {
        AtomicBoolean open = new AtomicBoolean(true);
        try {
            thread.execute(() -> answer(request, event -> {
                if (open.get()) {
                    listener.accept(event);
                }
            }));
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the receptionist has retired", e);
        }
        return () -> open.set(false);
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    private void answer(ChatRequest request, Consumer<GenerationEvent> listener) {
        try {
            String outputs = outputs(request.conversation());
            boolean english = request.house().language().equals("en");
            Function<String, List<Clause>> understood = english ? acts : said -> List.of();
            Optional<Clerk> clerk = Clerk.of(request, languages, this::interpreter, understood);
            // Dates within questions about facts are understood in English only.
            Reply reply = Reply.to(request, languages.times("en").filter(times -> english), new Heard(request.question(), understood).aim());
            Optional<String> fact = clerk.filter(busy -> outputs.isEmpty() && busy.asksForFact()).flatMap(busy -> reply.surelyKnown());
            Optional<BookingAnswer> booking = outputs.isEmpty() && fact.isEmpty() ? clerk.flatMap(free -> free.answer(reply)) : Optional.empty();
            if (booking.orElse(null) instanceof BookingAnswer.Ask ask) {
                say(ask.before(), listener);
                listener.accept(new GenerationEvent.ToolRequested("receptionist-" + request.conversation().size(), ask.tool(), ask.arguments()));
            } else {
                String text = booking.orElse(null) instanceof BookingAnswer.Say say ? say.text()
                        : fact.isPresent() ? fact.get() : outputs.isEmpty() ? reply.text() : clerk.flatMap(Clerk::afterLooking).orElse(outputs);
                say(text, listener);
            }
            listener.accept(new GenerationEvent.Ended());
        } catch (RuntimeException | LinkageError e) {
            log.error("event=reply-failed", e);
            listener.accept(new GenerationEvent.Failed("the receptionist could not answer: " + e.getClass().getSimpleName()));
        }
    }

    private Interpreter interpreter(String language, SpokenTimes times) {
        return interpreters.compute(language, (same, known) -> known != null && known.understands(times) ? known : new Interpreter(language, times));
    }

    private static void say(String text, Consumer<GenerationEvent> listener) {
        for (String sentence : text.isEmpty() ? new String[0] : text.split("(?<=[.!?]) ")) {
            listener.accept(new GenerationEvent.Text(sentence + " "));
        }
    }

    /** What tools have just answered, for the caller's ear. */
    private static String outputs(List<Message> conversation) {
        StringBuilder spoken = new StringBuilder();
        for (int i = conversation.size() - 1; i >= 0 && !(conversation.get(i) instanceof Message.User); i--) {
            if (conversation.get(i) instanceof Message.ToolOutput output) {
                spoken.insert(0, output.spoken().strip() + " ");
            }
        }
        return spoken.toString().strip();
    }
}
