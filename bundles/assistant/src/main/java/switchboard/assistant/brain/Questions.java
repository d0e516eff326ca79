package switchboard.assistant.brain;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Has models asked on threads of their own, because one that hangs must keep nobody else's, whatever it says of itself; and knows which
 * of them do not come back. Thread-safe.
 */
final class Questions {

    private final Executor threads;
    private final Clock clock;
    private final Set<Question> open = ConcurrentHashMap.newKeySet();

    /** @param threads without a limit */
    Questions(Executor threads, Clock clock) {
        this.threads = threads;
        this.clock = clock;
    }

    /** Asks, and returns at once. */
    void ask(String model, Runnable asking) {
        threads.execute(new Question(model, asking));
    }

    /** Whether a model has been asked and has not come back for {@link LeasedGeneration#PATIENCE}, though nobody may wait for it any more. */
    boolean hangs(String model) {
        Instant longAgo = clock.instant().minus(LeasedGeneration.PATIENCE);
        return open.stream().anyMatch(question -> question.model.equals(model) && !question.since.isAfter(longAgo));
    }

    private final class Question implements Runnable {

        private final String model;
        private final Runnable asking;
        private final Instant since = clock.instant();

        Question(String model, Runnable asking) {
            this.model = model;
            this.asking = asking;
        }

        @Override
        public void run() {
            open.add(this);
            try {
                asking.run();
            } finally {
                open.remove(this);
            }
        }
    }
}
