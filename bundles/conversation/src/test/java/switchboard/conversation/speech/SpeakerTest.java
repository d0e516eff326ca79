package switchboard.conversation.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.company.Company;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.company.Company.ModelChoice;
import switchboard.api.company.Company.Voice;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.model.ModelIdentity;
import switchboard.conversation.playout.Playout;

@Timeout(30)
class SpeakerTest {

    private static final Company ACME = new Company("acme", "Acme", "en", "Hello.", "", "", new Voice("counting", 1), ModelChoice.ANY,
            LanguageModelSettings.EMBEDDED, Endpointing.DEFAULT, Optional.empty(), CallLimits.DEFAULT);

    private final CountingVoice voice = new CountingVoice();

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000, 2_500, CountingVoice.SAMPLES})
    void what_was_expected_sounds_once_and_the_rest_follows_without_a_gap(int expected) throws InterruptedException {
        float[] opening = new float[expected];
        for (int i = 0; i < expected; i++) {
            opening[i] = (i + 1) * CountingVoice.STEP;
        }
        Openings openings = clause -> expected == 0 ? Optional.empty() : Optional.of(new Openings.Opening(opening, "counting@1"));

        List<Float> heard = hear(openings);

        assertThat(heard).hasSize(CountingVoice.SAMPLES);
        for (int i = 0; i < heard.size(); i++) {
            assertThat(heard.get(i)).isEqualTo((i + 1) * CountingVoice.STEP);
        }
    }

    @Test
    void what_is_asked_for_names_all_that_changes_how_it_sounds() throws InterruptedException {
        List<SpeechCache.Key> asked = new CopyOnWriteArrayList<>();
        hear(clause -> {
            asked.add(clause);
            return Optional.empty();
        });

        assertThat(asked).containsExactly(new SpeechCache.Key("acme", "One two three.", "counting", 1, "counting@1", new ModelIdentity(voice)));
    }

    @Test
    void a_voice_that_is_expected_by_nobody_speaks_by_itself() throws InterruptedException {
        hear(clause -> Optional.empty());

        assertThat(voice.spoken).hasValue(1);
    }

    /** All that is played of one clause. */
    private List<Float> hear(Openings openings) throws InterruptedException {
        List<Float> heard = new ArrayList<>();
        List<Playout.Mark> marks = new CopyOnWriteArrayList<>();
        Playout playout = new Playout(marks::add);
        CountDownLatch begun = new CountDownLatch(1);
        try (Speaker speaker = new Speaker("call", new Synthesis(voice), openings, playout, new Speaker.Listener() {
            @Override
            public void synthesised(int segment, long nowNs, String owner) {
                begun.countDown();
            }

            @Override
            public void failed(int segment, String reason) {
                throw new AssertionError(reason);
            }
        })) {
            speaker.say(ACME, 1, "One two three.", false);
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            while (marks.stream().noneMatch(Playout.Mark.Finished.class::isInstance)) {
                float[] frame = new float[240];
                playout.play(frame);
                for (float sample : frame) {
                    if (sample != 0) {
                        heard.add(sample);
                    }
                }
            }
        }
        return heard;
    }
}
