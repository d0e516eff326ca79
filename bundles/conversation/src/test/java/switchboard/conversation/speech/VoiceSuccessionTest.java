package switchboard.conversation.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.audio.AudioClip;
import switchboard.api.company.Company;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.company.Company.ModelChoice;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;
import switchboard.testkit.fake.FakeVoice;
import switchboard.testkit.fake.RankedModels;

/** What callers hear when a voice fails or hangs. */
@Timeout(30)
class VoiceSuccessionTest {

    private static final Company ACME = new Company("acme", "Acme", "en", "Hello.", "", "", new Company.Voice("any", 1), ModelChoice.ANY,
            LanguageModelSettings.EMBEDDED, Endpointing.DEFAULT, Optional.empty(), CallLimits.DEFAULT);
    private static final String TEXT = "We are open from noon to ten on Sunday.";
    private static final int HZ = FalteringVoice.HZ;

    private final CountDownLatch repaired = new CountDownLatch(1);
    private final FalteringVoice good = new FalteringVoice(0, () -> { });
    private final RankedModels models = new RankedModels();
    private final VoiceThreads threads = new VoiceThreads(request -> Duration.ofMillis(400));
    private final Synthesis synthesis = new Synthesis(models, KeptSpeech.NOTHING, new RememberedClauses(0), threads);
    private final List<String> heardFrom = new ArrayList<>();

    @AfterEach
    void stop() {
        repaired.countDown();
        threads.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void another_voice_says_what_one_that_fails_at_once_has_not_said(boolean fixed) throws Exception {
        models.then("bad", new FalteringVoice(0, VoiceSuccessionTest::fail)).then("good", good);

        say(TEXT, fixed);

        assertThat(heardFrom).containsExactly("good@1");
        assertThat(good.said()).containsExactly(TEXT);
        assertThat(models.failed).containsExactly("bad@1");
        assertThat(models.open).hasValue(0);
    }

    @Test
    void a_voice_that_gives_no_numbers_has_failed() throws Exception {
        models.then("bad", new FakeVoice(HZ, "any", request -> 1, place -> Float.NaN)).then("good", good);

        say(TEXT, false);

        assertThat(heardFrom).containsExactly("good@1");
        assertThat(models.failed).containsExactly("bad@1");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0, true", "48000, false", "48000, true"})
    void a_voice_that_says_nothing_has_failed_if_another_says_it(int silentSamples, boolean fixed) throws Exception {
        models.then("silent", silent(silentSamples)).then("good", good);

        say(TEXT, fixed);
        say(TEXT, fixed);

        assertThat(heardFrom).contains("good@1");
        assertThat(good.said()).as("from its first word").contains(TEXT);
        assertThat(models.failed).contains("silent@1").doesNotContain("good@1");
        assertThat(models.open).hasValue(0);
    }

    @Test
    void a_text_of_which_no_voice_says_anything_is_told_and_blamed_on_nobody() {
        models.then("silent", silent(0)).then("just as silent", silent(HZ));

        assertThatExceptionOfType(SpeechException.class).isThrownBy(() -> say("ここ", false)).withMessageContaining("nothing was heard");
        assertThat(models.failed).isEmpty();
        assertThat(models.open).hasValue(0);
    }

    @Test
    void nothing_is_expected_of_a_text_without_letters_and_digits() throws Exception {
        models.then("silent", silent(0)).then("good", good);

        say("…", true);

        assertThat(good.said()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void another_voice_goes_on_at_a_word_where_one_fails_in_mid_clause(boolean fixed) throws Exception {
        models.then("bad", new FalteringVoice(HZ, VoiceSuccessionTest::fail)).then("good", good);

        say(TEXT, fixed);

        assertThat(heardFrom).contains("bad@1", "good@1");
        assertThat(good.said()).containsExactly("open from noon to ten on Sunday.");
    }

    /** A call that ends as a clause begins: its voice may not have started yet. */
    @Test
    void whoever_leaves_before_a_voice_begins_gives_it_back() throws Exception {
        models.then("good", good);
        for (int i = 0; i < 500; i++) {
            Thread.currentThread().interrupt();
            say(TEXT, false);
            assertThat(Thread.interrupted()).isTrue();
        }
        for (int i = 0; i < 100 && models.open.get() > 0; i++) {
            Thread.sleep(20);
        }

        assertThat(models.open).hasValue(0);
    }

    @Test
    void a_phrase_that_two_voices_said_is_not_kept() throws Exception {
        models.then("bad", new FalteringVoice(HZ, VoiceSuccessionTest::fail)).then("good", good);
        say(TEXT, true);
        say(TEXT, true);

        assertThat(good.said()).hasSize(2);
    }

    @Test
    void a_voice_whose_classes_are_gone_has_failed() throws Exception {
        models.then("gone", new FalteringVoice(0, () -> {
            throw new NoClassDefFoundError("switchboard/gone/Graph");
        })).then("good", good);

        say(TEXT, false);

        assertThat(good.said()).containsExactly(TEXT);
    }

    @Test
    void another_voice_goes_on_where_one_hangs_which_is_not_asked_until_it_is_back() throws Exception {
        CountDownLatch back = new CountDownLatch(1);
        FalteringVoice hangs = new FalteringVoice(HZ, () -> {
            awaitUninterruptibly(repaired);
            back.countDown();
        });
        models.then("hangs", hangs).then("good", good);

        say(TEXT, false);
        assertThat(good.said()).containsExactly("open from noon to ten on Sunday.");
        assertThat(models.failed).containsExactly("hangs@1");
        assertThat(models.open).as("its memory is not freed while it runs").hasValue(1);

        say("Anything else?", false);
        assertThat(hangs.said()).hasSize(1);
        assertThat(good.said()).hasSize(2);

        repaired.countDown();
        back.await();
        while (threads.hangs("hangs@1") || models.open.get() > 0) {
            Thread.onSpinWait();
        }
        say("Goodbye.", false);
        assertThat(hangs.said()).hasSize(2);
    }

    @Test
    void the_only_voice_is_waited_for() throws Exception {
        CountDownLatch askedForAnother = new CountDownLatch(1);
        List<AudioClip> heard = new ArrayList<>();
        boolean ended = threads.speak(new Loan<>(new RankedModels().then("slow", new FalteringVoice(0, () -> awaitUninterruptibly(askedForAnother)))
                .lease(TextToSpeech.class, "").orElseThrow()), new SpeechRequest(TEXT, "any", 1), () -> {
                    askedForAnother.countDown();
                    return false;
                }, heard::add);

        assertThat(ended).isTrue();
        assertThat(heard).hasSize(1);
    }

    @Test
    void when_all_voices_fail_it_is_told() {
        models.then("bad", new FalteringVoice(0, VoiceSuccessionTest::fail)).then("worse", new FalteringVoice(0, VoiceSuccessionTest::fail));

        assertThatExceptionOfType(SpeechException.class).isThrownBy(() -> say(TEXT, false)).withMessageContaining("out of order");
        assertThat(models.failed).containsExactly("bad@1", "worse@1");
        assertThat(models.open).hasValue(0);
    }

    @Test
    void who_does_not_want_to_hear_more_is_not_spoken_to_by_another_voice() throws Exception {
        models.then("bad", new FalteringVoice(HZ, VoiceSuccessionTest::fail)).then("good", good);

        synthesis.speak("call", ACME, TEXT, false, (piece, owner) -> false);

        assertThat(good.said()).isEmpty();
    }

    @Test
    void who_is_interrupted_waits_no_longer() throws Exception {
        models.then("hangs", new FalteringVoice(HZ, () -> awaitUninterruptibly(repaired)));
        CountDownLatch heard = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            try {
                synthesis.speak("call", ACME, TEXT, true, (piece, owner) -> {
                    heard.countDown();
                    return true;
                });
            } catch (SpeechException e) {
                throw new AssertionError(e);
            }
        });
        caller.start();
        assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        caller.join();

        assertThat(models.failed).isEmpty();
        assertThat(threads.hangs("hangs@1")).isFalse();
    }

    private void say(String text, boolean fixed) throws SpeechException {
        synthesis.speak("call", ACME, text, fixed, (piece, owner) -> {
            if (heardFrom.isEmpty() || !heardFrom.get(heardFrom.size() - 1).equals(owner)) {
                heardFrom.add(owner);
            }
            return true;
        });
    }

    private static void fail() {
        throw new IllegalStateException("out of order");
    }

    /** As native code does. */
    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                Thread.yield();
            }
        }
    }

    /** Its samples are there, and all of them zero. */
    private static TextToSpeech silent(int samples) {
        return new FakeVoice(HZ, "any", request -> samples, place -> 0);
    }
}
