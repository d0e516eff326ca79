package switchboard.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import switchboard.api.call.CallEvent;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.conversation.words.Wording;

/** A call from its greeting to its end. */
class TurnMachineTest extends CallScript {

    @Test
    void the_greeting_is_spoken_when_the_caller_can_hear() {
        on(new Event.Begin());

        assertThat(spoken()).containsExactly("Hello.");
        assertThat(machine.state()).isInstanceOf(State.Replying.class);
    }

    @Test
    void the_reply_is_spoken_by_clauses() {
        asked();
        on(new Event.ReplyText(1, "We open at five on Sunday"));
        assertThat(spoken()).isEmpty();
        on(new Event.ReplyText(1, ". And we close"));
        on(new Event.ReplyEnded(1));

        assertThat(spoken()).containsExactly("We open at five on Sunday.", "And we close");
    }

    @Test
    void a_slow_model_is_covered_by_a_filler_and_then_by_an_apology() {
        asked();
        on(new Event.Tick(Duration.ofSeconds(4)));
        assertThat(spoken()).containsExactly(Phrases.of("en").oneMoment());
        on(new Event.Tick(Duration.ofSeconds(9)));

        assertThat(spoken()).contains(Phrases.of("en").apology());
        assertThat(effects).contains(new Effect.CancelReply(1), new Effect.CloseTurn(1, Outcome.NOT_ANSWERED));
    }

    @Test
    void a_silent_caller_is_asked_once_and_then_the_call_ends() {
        greeted();
        on(new Event.Tick(Duration.ofSeconds(61)));
        assertThat(spoken()).containsExactly(Phrases.of("en").stillThere());
        on(new Event.SegmentStarted(2));
        on(new Event.SegmentFinished(2));
        on(new Event.Tick(Duration.ofSeconds(95)));

        assertThat(machine.state()).isInstanceOf(State.Ended.class);
        assertThat(effects).contains(new Effect.Emit(new CallEvent.Ended("the caller is silent")));
    }

    @Test
    void a_call_that_lasts_too_long_ends_with_a_goodbye() {
        greeted();
        on(new Event.Tick(Duration.ofMinutes(31)));
        assertThat(spoken()).containsExactly(Phrases.of("en").goodbye());
        on(new Event.SegmentStarted(2));
        on(new Event.SegmentFinished(2));

        assertThat(machine.state()).isInstanceOf(State.Ended.class);
    }

    @Test
    void a_caller_who_has_asked_as_often_as_a_call_may_is_answered_and_told_goodbye() {
        TurnMachine brief = new TurnMachine(new TurnMachine.Settings(Endpointing.DEFAULT, new CallLimits(1, Duration.ofMinutes(30), 2), "", false,
                Duration.ofMillis(400), Phrases.of("en"), Wording.of("en")));
        brief.on(new Event.Begin());
        for (int turn = 1; turn <= 2; turn++) {
            assertThat(brief.on(new Event.Tick(Duration.ofSeconds(turn)))).noneMatch(Effect.Speak.class::isInstance);
            brief.on(new Event.Typed("And on Sunday?", true));
            brief.on(new Event.ReplyText(turn, "At noon."));
            brief.on(new Event.ReplyEnded(turn));
            brief.on(new Event.SegmentStarted(turn));
            brief.on(new Event.SegmentFinished(turn));
        }
        assertThat(brief.on(new Event.Tick(Duration.ofSeconds(3))))
                .anyMatch(effect -> effect instanceof Effect.Speak speak && speak.text().equals(Phrases.of("en").goodbye()));
        brief.on(new Event.SegmentStarted(3));

        assertThat(brief.on(new Event.SegmentFinished(3))).contains(new Effect.Emit(new CallEvent.Ended("the caller has asked as often as one call may")));
    }
}
