package switchboard.conversation.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
import switchboard.api.company.Company.Voice;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.model.ModelThreads;
import switchboard.api.model.Models;
import switchboard.api.stt.SpeechToText;
import switchboard.api.stt.TranscriptionException;
import switchboard.api.turn.Pause;
import switchboard.api.turn.TurnDetector;
import switchboard.conversation.turn.Event;
import switchboard.testkit.fake.FixedSpeechToText;
import switchboard.testkit.fake.RankedModels;

class RecognitionTest {

    private static final Patience PATIENCE = new Patience(Duration.ofMillis(2_500));
    private static final Company ACME = new Company("acme", "Acme", "en", "Hello.", "", "", new Voice("loud", 1), ModelChoice.ANY,
            LanguageModelSettings.EMBEDDED, Endpointing.DEFAULT, Optional.empty(), CallLimits.DEFAULT);

    private static final AudioClip SILENCE = AudioClip.silence(16_000, Duration.ofMillis(100));

    private final List<Event> answers = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"true, '', true", "true, 'A table for two.', false", "false, '', false"})
    void a_judgement_lacks_the_words_if_the_detector_judges_them_and_there_were_none(boolean judgesWords, String words, boolean wordless) {
        Recognition recognition = new Recognition("call", new RankedModels().then("one", new Detector(judgesWords)), Runnable::run, new ModelThreads(), PATIENCE);

        recognition.judge(ACME, 1, SILENCE, words, Duration.ofMillis(50),
                (answer, owner) -> answers.add(answer));

        assertThat(answers).containsExactly(new Event.TurnJudged(1, 0.9f, 0.5f, wordless));
    }

    @Test
    void a_recogniser_that_fails_is_made_up_for_by_the_next_best() {
        RankedModels models = new RankedModels().then("broken", new BrokenEars()).then("ears", new FixedSpeechToText("A table for two."));

        new Recognition("call", models, Runnable::run, new ModelThreads(), PATIENCE).transcribe(ACME, 1, SILENCE, (answer, owner) -> {
            answers.add(answer);
            assertThat(owner).isEqualTo("ears@1");
        });

        assertThat(answers).containsExactly(new Event.TranscriptReady(1, "A table for two."));
        assertThat(models.failed).containsExactly("broken@1");
        assertThat(models.open).hasValue(0);
    }

    @Test
    void whoever_listens_ahead_is_helped_too() {
        RankedModels models = new RankedModels().then("broken", new BrokenEars()).then("ears", new FixedSpeechToText("A table for two."));

        assertThat(new Recognition("call", models, Runnable::run, new ModelThreads(), PATIENCE).hear(ACME, SILENCE)).contains("A table for two.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"throws", "gone", "NaN", "seven"})
    void a_turn_detector_that_fails_is_made_up_for_by_the_next_best(String failure) {
        RankedModels models = new RankedModels().then("broken", broken(failure)).then("good", new Detector(false));

        judge(models);

        assertThat(answers).containsExactly(new Event.TurnJudged(1, 0.9f, 0.5f, false));
        assertThat(models.failed).containsExactly("broken@1");
        assertThat(models.open).hasValue(0);
    }

    /** It does not even heed that it is interrupted. */
    @Test
    @Timeout(20)
    void a_recogniser_that_hangs_is_left_and_comes_last_from_then_on() {
        CountDownLatch returns = new CountDownLatch(1);
        RankedModels models = new RankedModels().then("stuck", new Ears(begun -> {
            awaitUninterruptibly(returns);
            return "Too late.";
        })).then("ears", new FixedSpeechToText("A table for two."));
        Recognition recognition = new Recognition("call", models, Runnable::run, new ModelThreads(), PATIENCE);

        recognition.transcribe(ACME, 1, SILENCE, (answer, owner) -> answers.add(answer));
        recognition.transcribe(ACME, 2, SILENCE, (answer, owner) -> answers.add(answer));

        assertThat(answers).containsExactly(new Event.TranscriptReady(1, "A table for two."), new Event.TranscriptReady(2, "A table for two."));
        assertThat(models.failed).containsExactly("stuck@1");
        assertThat(models.open).as("whoever works keeps the lease").hasValue(1);
        returns.countDown();
        while (models.open.get() > 0) {
            Thread.onSpinWait();
        }
        assertThat(answers).hasSize(2);
    }

    /** A turn only grows; when it is shorter than before it is another. */
    @Test
    void a_recogniser_is_told_what_it_made_of_the_beginning() {
        List<String> begun = new ArrayList<>();
        RankedModels models = new RankedModels().then("ears", new Ears(before -> {
            begun.add(before);
            return "A table " + begun.size();
        }));
        Recognition recognition = new Recognition("call", models, Runnable::run, new ModelThreads(), PATIENCE);

        recognition.hear(ACME, SILENCE);
        recognition.hear(ACME, SILENCE.followedBySilence(Duration.ofMillis(300)));
        recognition.transcribe(ACME, 1, SILENCE.followedBySilence(Duration.ofMillis(400)), (answer, owner) -> answers.add(answer));
        recognition.hear(ACME, SILENCE);

        assertThat(begun).containsExactly("", "A table 1", "A table 2", "");
        assertThat(answers).containsExactly(new Event.TranscriptReady(1, "A table 3"));
    }

    @Test
    void a_recogniser_that_gives_null_or_an_error_is_made_up_for() {
        RankedModels models = new RankedModels().then("overflows", new Ears(begun -> {
            throw new StackOverflowError();
        })).then("ears", new FixedSpeechToText("A table for two."));

        assertThat(new Recognition("call", models, Runnable::run, new ModelThreads(), PATIENCE).hear(ACME, SILENCE)).contains("A table for two.");
        assertThat(models.failed).containsExactly("overflows@1");
    }

    /** Nobody says a million letters in a tenth of a second. */
    @Test
    void a_recogniser_that_gives_more_than_can_have_been_said_is_made_up_for_and_signs_that_nobody_says_are_left_out() {
        RankedModels models = new RankedModels().then("babbles", new Ears(begun -> "ha".repeat(500_000)))
                .then("ears", new FixedSpeechToText("A table\u0000\u001b\nfor two."));

        assertThat(new Recognition("call", models, Runnable::run, new ModelThreads(), PATIENCE).hear(ACME, SILENCE)).contains("A table for two.");
        assertThat(models.failed).containsExactly("babbles@1");
    }

    @Test
    void a_recogniser_of_a_region_is_asked_in_its_own_tag() {
        List<String> asked = new ArrayList<>();
        SpeechToText british = new SpeechToText() {
            @Override
            public int sampleRateHz() {
                return 16_000;
            }

            @Override
            public Set<String> languages() {
                return Set.of("de", "en-GB");
            }

            @Override
            public String transcribe(AudioClip speech, String language) {
                asked.add(language);
                return "";
            }
        };
        new Recognition("call", new RankedModels().then("british", british), Runnable::run, new ModelThreads(), PATIENCE).hear(ACME, SILENCE);

        assertThat(asked).containsExactly("en-GB");
    }

    @Test
    void no_third_model_is_asked() {
        RankedModels models = new RankedModels().then("a", broken("throws")).then("b", broken("throws"))
                .then("good", new Detector(false));

        judge(models);

        assertThat(answers).containsExactly(new Event.TurnUnjudged(1, "TurnDetector failed: out of order"));
        assertThat(models.failed).containsExactly("a@1", "b@1");
        assertThat(models.open).hasValue(0);
    }

    private void judge(Models models) {
        new Recognition("call", models, Runnable::run, new ModelThreads(), PATIENCE).judge(ACME, 1, SILENCE, "A table.", Duration.ofMillis(50),
                (answer, owner) -> answers.add(answer));
    }

    /** @param failure what it does instead of judging */
    private static Detector broken(String failure) {
        return new Detector(false, () -> switch (failure) {
            case "throws" -> throw new IllegalStateException("out of order");
            case "gone" -> throw new NoClassDefFoundError("switchboard/gone/Graph");
            case "seven" -> 7f;
            default -> Float.NaN;
        });
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                continue; // as native code does
            }
        }
    }

    /** @param words what it hears, by what it has made of the beginning */
    private record Ears(UnaryOperator<String> words) implements SpeechToText {

        @Override
        public int sampleRateHz() {
            return 16_000;
        }

        @Override
        public Set<String> languages() {
            return Set.of("en");
        }

        @Override
        public String transcribe(AudioClip speech, String language) {
            return transcribe(speech, language, "");
        }

        @Override
        public String transcribe(AudioClip speech, String language, String begun) {
            return words.apply(begun);
        }
    }

    private static final class BrokenEars implements SpeechToText {

        @Override
        public int sampleRateHz() {
            return 16_000;
        }

        @Override
        public Set<String> languages() {
            return Set.of("en");
        }

        @Override
        public String transcribe(AudioClip speech, String language) throws TranscriptionException {
            throw new TranscriptionException("out of order");
        }
    }

    private record Detector(boolean judgesWords, Supplier<Float> probability) implements TurnDetector {

        Detector(boolean judgesWords) {
            this(judgesWords, () -> 0.9f);
        }

        @Override
        public int sampleRateHz() {
            return 16_000;
        }

        @Override
        public float threshold() {
            return 0.5f;
        }

        @Override
        public float endOfTurn(Pause pause) {
            return probability.get();
        }
    }
}
