package switchboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the kinds have in common: one model, opened once, used by several threads, closed twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ModelContract<M> {

    private static final int CALLERS = 4;

    M model;

    /** A warm model; opened anew at each call. */
    protected abstract M open() throws Exception;

    /** Any use of it. */
    abstract void use(M model) throws Exception;

    @BeforeAll
    void open_once() throws Exception {
        model = open();
    }

    @AfterAll
    void close() throws Exception {
        close(model);
    }

    @Test
    void a_retired_model_refuses_and_closing_twice_is_harmless() throws Exception {
        M retired = open();
        close(retired);
        close(retired);
        if (retired instanceof AutoCloseable) {
            ThrowingCallable use = () -> use(retired);
            assertThatIllegalStateException().isThrownBy(use);
        }
    }

    /** The results of several callers at once. */
    static <T> List<T> together(Callable<T> call) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<T>> futures = callers.invokeAll(Collections.nCopies(CALLERS, call));
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            assertThat(results).hasSize(CALLERS);
            return results;
        } finally {
            callers.shutdownNow();
        }
    }

    private static void close(Object model) throws Exception {
        if (model instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
