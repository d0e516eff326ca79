package switchboard.assistant.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import switchboard.api.tool.ToolException;
import switchboard.assistant.AssistantThreads;

class ToolRunnerTest {

    @Test
    void a_tool_that_takes_too_long_is_interrupted() throws Exception {
        try (AssistantThreads threads = new AssistantThreads()) {
            CountDownLatch never = new CountDownLatch(1);
            CompletableFuture<String> interrupted = new CompletableFuture<>();
            CompletableFuture<Outcome<String>> outcome = new CompletableFuture<>();
            threads.runner().<String>run("slow", Duration.ofMillis(20), () -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    interrupted.complete(Thread.currentThread().getName());
                }
                return "too late";
            }, () -> {}, outcome::complete);

            assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo(new Outcome.TimedOut<String>());
            assertThat(interrupted.get(10, TimeUnit.SECONDS)).startsWith("assistant-tool-");
        }
    }

    @Test
    void every_outcome_is_told_once_and_unsets_the_alarms() {
        List<Outcome<String>> outcomes = new ArrayList<>();
        List<Runnable> alarms = new ArrayList<>();
        int[] unset = new int[1];
        ToolRunner runner = new ToolRunner(Runnable::run, (delay, task) -> {
            alarms.add(task);
            return () -> unset[0]++;
        });

        runner.run("fine", Duration.ofSeconds(1), () -> "done", () -> {}, outcomes::add);
        runner.<String>run("no", Duration.ofSeconds(1), () -> {
            throw new ToolException("We are closed.");
        }, () -> {}, outcomes::add);
        runner.<String>run("gone", Duration.ofSeconds(1), () -> {
            throw new NoClassDefFoundError("the bundle was replaced");
        }, () -> {}, outcomes::add);
        alarms.forEach(Runnable::run);

        assertThat(outcomes).containsExactly(new Outcome.Done<>("done"), new Outcome.Refused<>("We are closed."), new Outcome.Broken<>());
        assertThat(unset[0]).isEqualTo(6);
    }

    @Test
    void work_that_no_thread_takes_is_broken() {
        List<Outcome<String>> outcomes = new ArrayList<>();
        new ToolRunner(task -> {
            throw new RejectedExecutionException("full");
        }, (delay, task) -> () -> {}).<String>run("busy", Duration.ofSeconds(1), () -> "done", () -> {}, outcomes::add);

        assertThat(outcomes).containsExactly(new Outcome.Broken<>());
    }
}
