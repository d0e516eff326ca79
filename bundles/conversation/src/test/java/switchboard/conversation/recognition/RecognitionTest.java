package switchboard.conversation.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import switchboard.api.audio.AudioClip;
import switchboard.api.company.Company;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.company.Company.ModelChoice;
import switchboard.api.company.Company.Voice;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.turn.Pause;
import switchboard.api.turn.TurnDetector;
import switchboard.conversation.turn.Event;
import switchboard.testkit.fake.FixedLease;

class RecognitionTest {

    private static final Company ACME = new Company("acme", "Acme", "en", "Hello.", "", "", new Voice("loud", 1), ModelChoice.ANY,
            LanguageModelSettings.EMBEDDED, Endpointing.DEFAULT, Optional.empty(), CallLimits.DEFAULT);

    private final List<Event> answers = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"true, '', true", "true, 'A table for two.', false", "false, '', false"})
    void a_judgement_lacks_the_words_if_the_detector_judges_them_and_there_were_none(boolean judgesWords, String words, boolean wordless) {
        Recognition recognition = new Recognition("call", new OneModel(new Detector(judgesWords)), Runnable::run);

        recognition.judge(ACME, 1, AudioClip.silence(16_000, Duration.ofMillis(100)), words, Duration.ofMillis(50),
                (answer, owner) -> answers.add(answer));

        assertThat(answers).containsExactly(new Event.TurnJudged(1, 0.9f, 0.5f, wordless));
    }

    private record Detector(boolean judgesWords) implements TurnDetector {

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
            return 0.9f;
        }
    }

    private record OneModel(Object model) implements Models {

        @Override
        public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
            return Optional.of(new FixedLease<>(kind.cast(model)));
        }

        @Override
        public List<ModelStatus> status() {
            return List.of();
        }
    }
}
