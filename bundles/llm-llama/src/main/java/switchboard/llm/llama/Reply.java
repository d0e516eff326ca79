package switchboard.llm.llama;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.llama.Llama;

/** One answer: waits for its turn, reads the prompt, speaks. Runs on one thread; {@link #close} may be called from any. */
final class Reply implements Generation, Runnable {

    private static final Logger log = LoggerFactory.getLogger(Reply.class);
    /** The longest call of a tool, beyond what the company allows for words. */
    private static final int CALL_TOKENS = 300;

    private final Reader reader;
    private final ChatRequest request;
    private final Consumer<GenerationEvent> listener;
    private final Deadlines deadlines;
    private final LongSupplier nanoTime;
    private final long asked;
    private final AnswerReader answer = new AnswerReader();
    private int pieces;
    private boolean spoke;
    private volatile boolean over;

    Reply(Reader reader, ChatRequest request, Consumer<GenerationEvent> listener, Deadlines deadlines, LongSupplier nanoTime) {
        this.reader = reader;
        this.request = request;
        this.listener = listener;
        this.deadlines = deadlines;
        this.nanoTime = nanoTime;
        asked = nanoTime.getAsLong();
    }

    @Override
    public void run() {
        try {
            if (!over) {
                work();
            }
        } catch (IOException | RuntimeException e) {
            // Its message may quote the conversation.
            log.error("event=failed error={} at={}", e.getClass().getName(), Stream.of(e.getStackTrace()).findFirst());
            fail("the embedded model failed: " + (e instanceof IllegalArgumentException ? e.getMessage() : e.getClass().getSimpleName()));
        }
    }

    /** Ends with a failure, unless it has ended. */
    void fail(String reason) {
        last(new GenerationEvent.Failed(reason));
    }

    @Override
    public void close() {
        over = true;
    }

    private void work() throws IOException {
        int longest = request.settings().maxTokens() + (request.tools().isEmpty() ? 0 : CALL_TOKENS);
        Engine engine = reader.engine();
        // One to spare: the library wants it.
        int[] prompt = Window.tokens(engine, request, engine.shape().contextTokens() - longest - 2);
        String grammar = Grammar.of(request.tools());
        int slot = reader.slots().take(prompt);
        try {
            if (reader.read(slot, prompt, this::wanted)) {
                engine.complete(new Llama.Completion(slot, prompt, grammar, longest, request.settings().temperature()), this::take);
                reader.slots().reads(slot, prompt, prompt.length);
            }
        } finally {
            reader.slots().giveBack(slot);
        }
        end();
    }

    /** Takes a piece; returns whether more is wanted. */
    private boolean take(String piece) {
        pieces++;
        String words = answer.pass(piece);
        if (!words.isEmpty()) {
            spoke = true;
            pass(new GenerationEvent.Text(words));
        }
        return wanted() && (answer.isCall() || pieces < request.settings().maxTokens());
    }

    private boolean wanted() {
        Duration taken = Duration.ofNanos(nanoTime.getAsLong() - asked);
        if (!over && !spoke && !answer.isCall() && taken.compareTo(deadlines.firstWord()) > 0) {
            fail("the embedded model did not begin to answer within " + deadlines.firstWord().toSeconds() + " s");
        }
        if (!over && taken.compareTo(deadlines.whole()) > 0) {
            fail("the embedded model did not end its answer within " + deadlines.whole().toSeconds() + " s");
        }
        return !over;
    }

    private void end() {
        if (over) {
            return;
        }
        if (answer.isEmpty()) {
            fail("the embedded model said nothing");
            return;
        }
        Optional<GenerationEvent.ToolRequested> call;
        try {
            call = answer.end();
        } catch (JsonParseException e) {
            fail("the embedded model broke off while it asked for a tool");
            return;
        }
        call.ifPresent(this::pass);
        last(new GenerationEvent.Ended());
    }

    private synchronized void pass(GenerationEvent event) {
        if (!over) {
            listener.accept(event);
        }
    }

    private synchronized void last(GenerationEvent event) {
        if (!over) {
            over = true;
            listener.accept(event);
        }
    }
}
