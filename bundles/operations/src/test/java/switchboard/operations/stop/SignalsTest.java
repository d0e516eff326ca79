package switchboard.operations.stop;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SignalsTest {

    /** SIGWINCH, because nobody misses it. */
    @Test
    void a_signal_calls_the_runnable_and_the_process_lives() throws Exception {
        CountDownLatch twice = new CountDownLatch(2);
        try (Signals signals = new Signals(twice::countDown, "WINCH")) {
            send("WINCH");
            while (twice.getCount() > 1) {
                Thread.onSpinWait();
            }
            send("WINCH");
            twice.await();
        }
    }

    private static void send(String signal) throws Exception {
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + ProcessHandle.current().pid()).start().waitFor();
    }
}
