package switchboard.llm.receptionist;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;
import switchboard.api.llm.Message;
import switchboard.api.time.SpokenTimes;
import switchboard.llm.receptionist.booking.BookingAnswer;
import switchboard.llm.receptionist.booking.BookingDialogue;
import switchboard.llm.receptionist.booking.CallbackDialogue;

/** Answers from the passages of the request, or leads a booking, sentence by sentence. Thread-safe. */
final class Receptionist implements LanguageModel, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Receptionist.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread named = new Thread(task, "receptionist");
        named.setDaemon(true);
        return named;
    });

    private final Supplier<Optional<SpokenTimes>> times;

    /** @param times without it there is no booking, only facts */
    Receptionist(Supplier<Optional<SpokenTimes>> times) {
        this.times = times;
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
        thread.execute(() -> answer(request, event -> {
            if (open.get()) {
                listener.accept(event);
            }
        }));
        return () -> open.set(false);
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    private void answer(ChatRequest request, Consumer<GenerationEvent> listener) {
        try {
            String outputs = outputs(request.conversation());
            // Dates are understood and bookings led in English only; facts are told in the company's language.
            Optional<SpokenTimes> english = times.get().filter(understood -> request.house().language().equals("en"));
            Reply reply = Reply.to(request, english);
            Optional<FactTurns> turns = english.map(FactTurns::new);
            Optional<String> fact = turns.filter(facts -> outputs.isEmpty() && facts.isLast(request)).flatMap(facts -> reply.surelyKnown());
            Optional<BookingAnswer> booking = outputs.isEmpty() && fact.isEmpty()
                    ? english.flatMap(language -> dialogue(request, language, turns.get(), reply)) : Optional.empty();
            if (booking.orElse(null) instanceof BookingAnswer.Ask ask) {
                say(ask.before(), listener);
                listener.accept(new GenerationEvent.ToolRequested("receptionist-" + request.conversation().size(), ask.tool(), ask.arguments()));
            } else {
                String text = booking.orElse(null) instanceof BookingAnswer.Say say ? say.text()
                        : fact.isPresent() ? fact.get() : outputs.isEmpty() ? reply.text() : english.flatMap(language -> new BookingDialogue(language).afterLooking(request)).orElse(outputs);
                say(text, listener);
            }
            listener.accept(new GenerationEvent.Ended());
        } catch (RuntimeException | LinkageError e) {
            log.error("event=reply-failed", e);
            listener.accept(new GenerationEvent.Failed("the receptionist could not answer: " + e.getClass().getSimpleName()));
        }
    }

    private static void say(String text, Consumer<GenerationEvent> listener) {
        for (String sentence : text.isEmpty() ? new String[0] : text.split("(?<=[.!?]) ")) {
            listener.accept(new GenerationEvent.Text(sentence + " "));
        }
    }

    /** What comes next, if somebody is to be called back or something is to be booked. */
    private static Optional<BookingAnswer> dialogue(ChatRequest request, SpokenTimes language, FactTurns facts, Reply reply) {
        return new CallbackDialogue().answer(request)
                .or(() -> new BookingDialogue(language).answer(facts.without(request), reply::known, Reply.UNKNOWN));
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
