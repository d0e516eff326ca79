package switchboard.test.framework.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
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
import switchboard.api.model.ModelRouting;
import switchboard.api.model.Models;
import switchboard.test.framework.Restaurant;
import switchboard.test.framework.RunningModels;
import switchboard.test.framework.load.Crowd;
import switchboard.test.framework.load.EveryClauseAnew;
import switchboard.test.framework.load.LoadFigures;
import switchboard.test.framework.load.Report;
import switchboard.test.framework.load.ServerMemory;
import switchboard.test.framework.load.Setting;

/**
 * Calls under speech while every kind of model is exchanged again and again. As a test it is small and counts only; as a bench
 * ({@code bench/run exchange [calls] [rounds]}) it writes down the times as well.
 */
class ExchangeLoadTest {

    private static final List<String> MODELS =
            List.of("switchboard.tts.kokoro", "switchboard.turn.smart", "switchboard.stt.moonshine", "switchboard.llm.receptionist");
    private static final List<String> QUESTIONS =
            List.of("Do you have anything for vegans?", "What time do you open on Sunday?", "Is there somewhere to park near the restaurant?");

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
    ModelRouting routing;
    @InjectService(timeout = 10_000)
    ConfigurationAdmin configurations;

    /** Of every call, so that as many people speak at once however many call. */
    private static final Duration THINKING = Duration.ofMillis(300);

    private final int calls = Setting.of("SWITCHBOARD_EXCHANGE_CALLS", 2);
    private final int rounds = Setting.of("SWITCHBOARD_EXCHANGE_ROUNDS", 1);
    private Company company;
    private RunningModels running;

    @BeforeEach
    void wait_for_the_company() throws InterruptedException {
        company = Restaurant.await(companies, knowledge);
        running = new RunningModels(context, models);
        running.await();
    }

    @Test
    void no_call_is_dropped_and_no_turn_unanswered_while_every_model_is_exchanged() throws Exception {
        List<AudioClip> questions = running.spoken(QUESTIONS);
        LoadFigures before = new LoadFigures();
        LoadFigures during = new LoadFigures();
        Exchanges exchanges = new Exchanges(running, routing, during::doing, () -> during.awaitTurns(during.turns() + Math.max(1, calls / 2)));
        try (EveryClauseAnew anew = new EveryClauseAnew(configurations)) {
            talk("calm", questions, before, () -> before.awaitTurns(calls * QUESTIONS.size() * rounds));
            talk("exchange", questions, during, () -> {
                for (int round = 0; round < rounds; round++) {
                    for (String model : MODELS) {
                        exchanges.exchange(model);
                    }
                }
                during.awaitTurns(during.turns() + calls);
            });
        }

        write(before, during, exchanges.residentMb());
        assertThat(during.turns()).isPositive();
        assertThat(during.droppedCalls()).isZero();
        assertThat(during.unanswered()).as("%s", during.failures()).isZero();
    }

    private void talk(String name, List<AudioClip> questions, LoadFigures figures, Doing meanwhile) throws Exception {
        try (Crowd crowd = new Crowd(conversations, figures)) {
            for (int i = 0; i < calls; i++) {
                crowd.call(name + "-" + i, company, questions, THINKING.multipliedBy(calls));
            }
            meanwhile.run();
        }
    }

    private void write(LoadFigures before, LoadFigures during, List<Long> residentMb) throws IOException {
        Report.write(context, "bench-exchange.md", String.format(Locale.ROOT, """
                %d calls, %d rounds of %d models, each exchanged by a new version, by stop and start, and by update. Times in ms.

                | phase | turns | unanswered | dropped calls | failures | longest gap | voice to voice p95 |
                |---|---|---|---|---|---|---|
                %s
                %s

                voice to voice p95, exchanged / calm: %.2f
                resident memory after each exchange, MB: %s
                its slope after the first round, MB per exchange: %.2f
                native libraries of which more than one copy is mapped: %s
                failures: %s
                gaps of the second phase that the first had not: %s
                """, calls, rounds, MODELS.size(), before.row("calm"), during.row("exchanged"), during.quantileMs(0.95) / (double) Math.max(1, before.quantileMs(0.95)),
                residentMb, ServerMemory.slope(residentMb.subList(rounds > 1 ? residentMb.size() / rounds : 0, residentMb.size())), ServerMemory.mappedTwice(), during.failures().stream().distinct().toList(),
                during.gapsOver(before.longestGapMs() + 60)));
    }

    private interface Doing {

        void run() throws Exception;
    }
}
