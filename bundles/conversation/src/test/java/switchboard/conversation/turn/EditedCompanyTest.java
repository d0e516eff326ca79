package switchboard.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.conversation.words.Wording;

/** The company is edited while it is being called. */
class EditedCompanyTest extends CallScript {

    private static final Endpointing PATIENT = new Endpointing(Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4), Duration.ofSeconds(6));

    @Test
    void another_patience_holds_from_the_next_turn_on() {
        greeted();
        speak();
        on(configured(PATIENT, CallLimits.DEFAULT, Duration.ofMillis(400)));
        pause(1, "What time do you open?", 0.99f);
        assertThat(effects).as("this turn").anyMatch(Effect.TurnEnded.class::isInstance);
        on(new Event.ReplyText(1, "At five."));
        on(new Event.ReplyEnded(1));
        on(new Event.SegmentStarted(2));
        on(new Event.SegmentFinished(2));
        effects.clear();

        speak();
        pause(2, "What time do you open?", 0.99f);
        assertThat(effects).as("the next turn").noneMatch(Effect.TurnEnded.class::isInstance);
        on(new Event.SilenceLasted(Duration.ofMillis(2_010)));
        assertThat(effects).anyMatch(Effect.TurnEnded.class::isInstance);
    }

    @Test
    void who_is_cut_off_by_a_cough_goes_on_after_the_new_silence() {
        answering();
        on(configured(Endpointing.DEFAULT, CallLimits.DEFAULT, Duration.ofSeconds(1)));
        speak();
        on(new Event.SpeechPaused(Duration.ofMillis(96)));
        on(new Event.TranscriptReady(2, ""));
        on(new Event.SilenceLasted(Duration.ofMillis(500)));
        assertThat(effects).noneMatch(Effect.ResumeSpeaking.class::isInstance);

        on(new Event.SilenceLasted(Duration.ofMillis(1_010)));
        assertThat(effects).anyMatch(Effect.ResumeSpeaking.class::isInstance);
    }

    @Test
    void fewer_turns_end_the_call_that_has_had_them() {
        answering();
        on(configured(Endpointing.DEFAULT, new CallLimits(1, Duration.ofMinutes(30), 1), Duration.ofMillis(400)));
        on(new Event.ReplyEnded(1));
        on(new Event.SegmentFinished(2));
        on(new Event.SegmentStarted(3));
        on(new Event.SegmentFinished(3));
        on(new Event.Tick(Duration.ofSeconds(20)));

        assertThat(spoken()).contains(Phrases.of("en").goodbye());
    }

    @Test
    void the_assistant_speaks_its_new_language() {
        asked();
        on(new Event.Configured(new TurnMachine.Settings(Endpointing.DEFAULT, CallLimits.DEFAULT, "Hola.", false, Duration.ofMillis(400), Phrases.of("es"), Wording.of("es"))));
        on(new Event.ReplyFailed(1, "no answer"));
        on(new Event.ReplyFailed(2, "no answer"));

        assertThat(spoken()).containsExactly(Phrases.of("es").apology());
    }

    private static Event configured(Endpointing endpointing, CallLimits limits, Duration resumeAfter) {
        return new Event.Configured(new TurnMachine.Settings(endpointing, limits, "Hello.", false, resumeAfter, Phrases.of("en"), Wording.of("en")));
    }
}
