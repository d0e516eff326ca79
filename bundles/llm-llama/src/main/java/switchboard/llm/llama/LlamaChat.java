package switchboard.llm.llama;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;
import switchboard.llama.Llama;

/**
 * A GGUF model that answers. Thread-safe: as many answers at once as the model has slots, a few more wait, further ones fail.
 *
 * <p>Each slot remembers what it read last: a company's core, and the turns of the call that it answered.
 */
final class LlamaChat implements LanguageModel, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LlamaChat.class);
    private static final int MOST_WAITING = 8;
    private static final int CLOSE_SECONDS = 10;
    private static final String WARM_UP = "<|im_start|>user\nSay hello.<|im_end|>\n<|im_start|>assistant\n";

    private final Reader reader;
    private final Deadlines deadlines;
    private final ThreadPoolExecutor threads;
    private final Set<Reply> running = ConcurrentHashMap.newKeySet();

    private LlamaChat(Reader reader, Deadlines deadlines) {
        this.reader = reader;
        this.deadlines = deadlines;
        int slots = reader.engine().shape().slots();
        AtomicInteger count = new AtomicInteger();
        threads = new ThreadPoolExecutor(slots, slots, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
            Thread thread = new Thread(task, "llm-llama-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Proves every slot with a few words.
     *
     * @throws IOException           if the library failed
     * @throws IllegalStateException if a slot said nothing
     */
    static LlamaChat open(Engine engine, Deadlines deadlines) throws IOException {
        int[] prompt = engine.tokens(WARM_UP);
        Slots slots = new Slots(engine.shape().slots());
        for (int slot = 0; slot < engine.shape().slots(); slot++) {
            StringBuilder said = new StringBuilder();
            engine.complete(new Llama.Completion(slot, prompt, Grammar.of(java.util.List.of()), 3, 0), piece -> {
                said.append(piece);
                return true;
            });
            if (said.toString().isBlank()) {
                throw new IllegalStateException("slot %d failed its warm-up: it said nothing".formatted(slot));
            }
        }
        return new LlamaChat(new Reader(engine, slots), deadlines);
    }

    @Override
    public Generation generate(ChatRequest request, Consumer<GenerationEvent> listener) {
        Reply reply = new Reply(reader, request, listener, deadlines, System::nanoTime);
        running.add(reply);
        try {
            threads.execute(() -> {
                reply.run();
                running.remove(reply);
            });
        } catch (RejectedExecutionException e) {
            running.remove(reply);
            if (threads.isShutdown()) {
                throw new IllegalStateException("the model is closed", e);
            }
            reply.fail("the embedded model has %d answers waiting: take fewer calls at a time".formatted(MOST_WAITING));
        }
        return reply;
    }

    /** Reads a company's core on every slot that does not know it, while nobody waits for an answer. */
    @Override
    public void prepare(String instructions) {
        int[] core = reader.engine().tokens(ChatMl.beginning(instructions));
        for (int i = 0; i < reader.engine().shape().slots(); i++) {
            try {
                threads.execute(() -> study(core));
            } catch (RejectedExecutionException e) {
                return;     // There is no leisure: the first answer reads it.
            }
        }
    }

    private void study(int[] core) {
        int slot = reader.slots().takeStranger(core);
        if (slot < 0) {
            return;
        }
        try {
            reader.study(slot, core, () -> running.isEmpty() && !threads.isShutdown());
        } catch (IOException | RuntimeException e) {
            log.warn("event=not-prepared error={}", e.toString());
        } finally {
            reader.slots().giveBack(slot);
        }
    }

    /** Ends the answers under way and waits for their threads; the native model stays for who opens the file again. */
    @Override
    public void close() {
        threads.shutdown();
        running.forEach(reply -> reply.fail("the model is being retired: another one answers"));
        try {
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("event=closed answers still run after {} s", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
