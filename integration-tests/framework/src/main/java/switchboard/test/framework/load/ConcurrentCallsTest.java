package switchboard.test.framework.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.Conversations;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.model.Models;
import switchboard.test.framework.Restaurant;
import switchboard.test.framework.RunningModels;

/**
 * Several people call at once and speak two fifths of the time. As a test it counts only; as a bench ({@code bench/run concurrency
 * [turns] [calls,calls,…] [voice]}) it writes down how long they wait as well.
 */
class ConcurrentCallsTest {

    private static final List<String> QUESTIONS = List.of(
            "Do you have anything for vegans?", "What time do you open on Sunday?", "Is there somewhere to park near the restaurant?",
            "Can I bring my dog with me?", "How much is the tasting menu?", "Do you have high chairs for children?");
    /** From the end of an answer; with it a caller speaks for two fifths of the time. */
    private static final Duration THINKING = Duration.ofMillis(200);

    @InjectBundleContext
    BundleContext context;
    @InjectService(timeout = 60_000)
    Conversations conversations;
    @InjectService(timeout = 10_000)
    Companies companies;
    @InjectService(timeout = 10_000)
    Knowledge knowledge;
    @InjectService(timeout = 10_000)
    Models models;
    @InjectService(timeout = 10_000)
    ConfigurationAdmin configurations;

    private final int turns = Setting.of("SWITCHBOARD_CONCURRENCY_TURNS", 4);
    private final int[] levels = Arrays.stream(Setting.of("SWITCHBOARD_CONCURRENCY_CALLS", "2").split(",")).mapToInt(Integer::parseInt).toArray();
    private final String voice = Setting.of("SWITCHBOARD_CONCURRENCY_VOICE", "kokoro");
    private final String clauses = Setting.of("SWITCHBOARD_CONCURRENCY_CLAUSES", "anew");

    @Test
    void everybody_who_calls_at_once_is_answered() throws Exception {
        Company company = Restaurant.await(companies, knowledge);
        RunningModels running = new RunningModels(context, models);
        running.await();
        List<AudioClip> questions = running.spoken(QUESTIONS);
        List<String> rows = new ArrayList<>();
        try (AutoCloseable anew = clauses.equals("anew") ? new EveryClauseAnew(configurations) : () -> { }) {
            if (voice.equals("kokoro")) {
                measure(company, questions, rows);
            } else {
                try (OtherVoice piper = new OtherVoice(configurations, models, company.id())) {
                    measure(piper.await(companies, company.id()), questions, rows);
                }
            }
        }
        write(rows);
    }

    private void measure(Company company, List<AudioClip> questions, List<String> rows) throws InterruptedException {
        for (int calls : levels) {
            LoadFigures figures = new LoadFigures();
            Memory memory = talk(company, calls, questions, figures);
            rows.add(row(calls, figures, memory));

            assertThat(figures.turns()).isGreaterThanOrEqualTo(turns);
            assertThat(figures.droppedCalls()).isZero();
            assertThat(figures.owners("tts")).allSatisfy(owner -> assertThat(owner).contains("." + voice + "@"));
            assertThat(figures.unanswered()).as("%d calls: %s", calls, figures.failures()).isZero();
        }
    }

    /** While everybody talks, in MB. What is resident grows with every row, because what a process has had it seldom gives back. */
    private record Memory(double heap, long resident) {}

    private Memory talk(Company company, int calls, List<AudioClip> questions, LoadFigures figures) throws InterruptedException {
        try (Crowd crowd = new Crowd(conversations, figures)) {
            for (int i = 0; i < calls; i++) {
                List<AudioClip> own = new ArrayList<>(questions);
                Collections.rotate(own, -i);
                crowd.call("concurrent-" + calls + "-" + i, company, own, THINKING);
                TimeUnit.MILLISECONDS.sleep(5_000 / calls); // nobody calls in the same moment
            }
            figures.awaitTurns(Math.max(turns, 2 * calls));
            return new Memory(ServerMemory.heapMb(), ServerMemory.residentMb());
        }
    }

    private static String row(int calls, LoadFigures figures, Memory memory) {
        return String.format(Locale.ROOT, "| %d | %d | %d | %d | %d | %d | %d | %s | %.1f | %d |", calls, figures.turns(), figures.unanswered(),
                figures.quantileMs(0.5), figures.quantileMs(0.95), figures.quantileMs(1), figures.longestGapMs(), figures.parts(), memory.heap, memory.resident);
    }

    private void write(List<String> rows) throws IOException {
        Report.write(context, "bench-concurrency.md", """
                Voice to voice without the network, in ms, as the ledger has it; the voice is %s; clauses: %s.

                | calls | turns | unanswered | p50 | p95 | max | longest gap in an answer | mean of each part | heap in use, MB | resident memory, MB |
                |---|---|---|---|---|---|---|---|---|---|
                %s
                """.formatted(voice, clauses, String.join("\n", rows)));
    }
}
