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
import switchboard.api.company.Company;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.company.Company.ModelChoice;
import switchboard.api.company.Company.Voice;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.model.ModelIdentity;
import switchboard.api.tts.SpeechException;
import switchboard.conversation.playout.Playout;

@Timeout(30)
class SpeakerTest {

    private static final Company ACME = new Company("acme", "Acme", "en", "Hello.", "", "", new Voice("counting", 1), ModelChoice.ANY,
            LanguageModelSettings.EMBEDDED, Endpointing.DEFAULT, Optional.empty(), CallLimits.DEFAULT);

    private final CountingVoice voice = new CountingVoice();

    @Test
    void all_of_a_clause_is_heard_once() throws InterruptedException {
        assertThat(hear(clause -> Optional.empty())).isEqualTo(CountingVoice.all());
    }

    @Test
    void a_clause_that_was_expected_is_heard_from_where_its_voice_waits() throws InterruptedException {
        List<Float> heard = hear(clause -> Optional.of(sink -> {
            sink.accept(new float[] {0.1f, 0.2f}, "waiting@1");
            sink.accept(new float[] {0.3f}, "waiting@1");
        }));

        assertThat(heard).containsExactly(0.1f, 0.2f, 0.3f);
        assertThat(voice.spoken).as("nothing is spoken twice").hasValue(0);
    }

    @Test
    void a_clause_that_was_expected_and_breaks_off_is_told_as_any_other() throws InterruptedException {
        List<String> failures = new CopyOnWriteArrayList<>();
        CountDownLatch failed = new CountDownLatch(1);
        Openings openings = clause -> Optional.of(sink -> {
            sink.accept(new float[] {0.1f}, "waiting@1");
            throw new SpeechException("the voice broke");
        });
        try (Speaker speaker = new Speaker("call", new Synthesis(voice), openings, new Playout(mark -> { }), new Speaker.Listener() {
            @Override
            public void synthesised(int segment, long nowNs, String owner) { }

            @Override
            public void failed(int segment, String reason) {
                failures.add(segment + ": " + reason);
                failed.countDown();
            }
        })) {
            speaker.say(ACME, 7, "One two three.", false);
            assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(failures).containsExactly("7: TextToSpeech failed: the voice broke");
    }

    @Test
    void what_is_asked_for_names_all_that_changes_how_it_sounds() throws InterruptedException {
        List<SpeechCache.Key> asked = new CopyOnWriteArrayList<>();
        say(List.of("One two three."), clause -> {
            asked.add(clause);
            return Optional.empty();
        }, new Playout(mark -> { }), () -> { });

        assertThat(asked).containsExactly(new SpeechCache.Key("acme", "One two three.", "counting", 1, "counting@1", new ModelIdentity(voice)));
    }

    @Test
    void a_voice_that_is_expected_by_nobody_speaks_by_itself() throws InterruptedException {
        say(List.of("One two three."), clause -> Optional.empty(), new Playout(mark -> { }), () -> { });

        assertThat(voice.spoken).hasValue(1);
    }

    /** All that is played of one clause; it is played when all of it is there. */
    private List<Float> hear(Openings openings) throws InterruptedException {
        List<Float> heard = new ArrayList<>();
        List<Playout.Mark> marks = new CopyOnWriteArrayList<>();
        Playout playout = new Playout(marks::add);
        say(List.of("One two three.", "Four."), openings, playout, () -> {
            while (!marks.contains(new Playout.Mark.Finished(1))) {
                float[] frame = new float[240];
                playout.play(frame);
                for (float sample : frame) {
                    if (sample != 0) {
                        heard.add(sample);
                    }
                }
            }
        });
        return heard;
    }

    /** @param then is done when the last clause has begun, and so the others have ended */
    private void say(List<String> clauses, Openings openings, Playout playout, Runnable then) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(clauses.size());
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
            for (String clause : clauses) {
                speaker.say(ACME, clauses.indexOf(clause) + 1, clause, false);
            }
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            then.run();
        }
    }
}
