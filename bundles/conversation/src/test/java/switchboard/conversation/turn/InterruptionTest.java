package switchboard.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import switchboard.api.call.CallEvent;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.llm.Message;
import switchboard.conversation.words.Wording;

/** What happens when the caller, or something beside the caller, is heard while the bot speaks. */
class InterruptionTest extends CallScript {

    @Test
    void a_caller_who_goes_on_before_the_answer_is_heard_has_asked_one_thing() {
        asked();
        on(new Event.SpeechStarted());
        pause(2, "On Sunday, please.", 0.9f);

        assertThat(effects).anySatisfy(effect -> assertThat(effect).isInstanceOfSatisfying(Effect.StartReply.class, start ->
                assertThat(start.conversation()).containsExactly(
                        new Message.Assistant("Hello."), new Message.User("What time do you open? On Sunday, please."))));
    }

    @ParameterizedTest
    @CsvSource({"800, What time do you open? On Sunday", "1500, On Sunday"})
    void a_caller_who_goes_on_as_the_answer_begins_was_answered_too_soon(int heardMs, String understood) {
        asked();
        on(new Event.ReplyText(1, "We open at five. "));
        on(new Event.SegmentStarted(2));
        on(new Event.Tick(Duration.ofMillis(heardMs)));
        on(new Event.SpeechStarted());
        pause(2, "On Sunday", 0.9f);
        on(new Event.SilenceLasted(Duration.ofMillis(500)));

        assertThat(effects).anySatisfy(effect -> assertThat(effect).isInstanceOfSatisfying(Effect.StartReply.class, start ->
                assertThat(start.conversation()).endsWith(new Message.User(understood))));
    }

    @Test
    void a_cough_only_holds_the_answer() {
        asked();
        on(new Event.ReplyText(1, "We open at five. And we close at one. "));
        on(new Event.SegmentStarted(2));
        effects.clear();
        speak();
        assertThat(effects).contains(new Effect.HoldSpeaking(), new Effect.Emit(new CallEvent.BotStoppedSpeaking()));
        on(new Event.SpeechPaused(Duration.ofMillis(96)));
        on(new Event.TranscriptReady(2, "Mm-hm."));
        assertThat(effects).doesNotContain(new Effect.ResumeSpeaking());
        on(new Event.SilenceLasted(Duration.ofMillis(400)));

        assertThat(effects).contains(new Effect.CloseTurn(2, Outcome.NOTHING_SAID), new Effect.ResumeSpeaking(),
                new Effect.Emit(new CallEvent.BotStartedSpeaking()));
        on(new Event.SegmentFinished(2));
        on(new Event.SegmentStarted(3));
        on(new Event.SegmentFinished(3));
        on(new Event.ReplyEnded(1));
        assertThat(effects).contains(new Effect.CloseTurn(1, Outcome.ANSWERED));
    }

    @ParameterizedTest
    @CsvSource({"800, true", "1500, false"})
    void a_please_that_comes_late_is_part_of_the_turn_that_is_being_answered(int heardMs, boolean late) {
        asked();
        on(new Event.ReplyText(1, "We open at five. And we close at one. "));
        on(new Event.SegmentStarted(2));
        on(new Event.Tick(Duration.ofMillis(heardMs)));
        effects.clear();
        speak();
        pause(2, "Please.", 0.9f);
        on(new Event.SilenceLasted(Duration.ofMillis(500)));

        assertThat(effects.contains(new Effect.CloseTurn(2, Outcome.NOTHING_SAID))).isEqualTo(late);
        assertThat(effects.stream().anyMatch(Effect.TurnEnded.class::isInstance)).isEqualTo(!late);
    }

    @Test
    void a_greeting_that_must_be_heard_is_not_interrupted_but_the_caller_is_heard_after_it() {
        TurnMachine patient = new TurnMachine(
                new TurnMachine.Settings(Endpointing.DEFAULT, CallLimits.DEFAULT, "Hello.", true, Duration.ofMillis(400), Phrases.of("en"), Wording.of("en")));
        patient.on(new Event.Begin());
        patient.on(new Event.SegmentStarted(1));
        assertThat(patient.on(new Event.SpeechStarted())).isEmpty();
        patient.on(new Event.SegmentFinished(1));

        assertThat(patient.state()).isInstanceOf(State.Hearing.class);
    }

    @Test
    void an_interruption_silences_the_bot_and_forgets_what_was_not_heard() {
        asked();
        on(new Event.ReplyText(1, "We open at five. And we close at one. "));
        on(new Event.SegmentStarted(2));
        on(new Event.SegmentFinished(2));
        on(new Event.SegmentStarted(3));
        effects.clear();
        speak();
        assertThat(effects).contains(new Effect.HoldSpeaking(), new Effect.Emit(new CallEvent.Interrupted()));
        pause(2, "And on Monday?", 0.9f);

        assertThat(effects).contains(new Effect.StopSpeaking(), new Effect.CancelReply(1), new Effect.CloseTurn(1, Outcome.INTERRUPTED));
        assertThat(effects).anySatisfy(effect -> assertThat(effect).isInstanceOfSatisfying(Effect.StartReply.class, start ->
                assertThat(start.conversation()).endsWith(new Message.Assistant("We open at five."), new Message.User("And on Monday?"))));
        effects.clear();
        on(new Event.ReplyText(1, "Old words. "));
        assertThat(effects).isEmpty();
    }

    @Test
    void typed_text_interrupts_and_is_answered() {
        asked();
        effects.clear();
        on(new Event.Typed("And on Monday?", true));

        assertThat(effects).contains(new Effect.StopSpeaking(), new Effect.CloseTurn(1, Outcome.INTERRUPTED))
                .anyMatch(effect -> effect instanceof Effect.StartReply start && start.turn() == 2);
    }

    @Test
    void a_sound_silences_the_bot_until_it_is_known_that_nobody_spoke() {
        answering();
        on(new Event.SpeechSuspected());
        assertThat(effects).containsExactly(new Effect.HoldSpeaking(), new Effect.Emit(new CallEvent.BotPaused()));

        on(new Event.Tick(Duration.ofMillis(240)));
        assertThat(effects).containsExactly(new Effect.HoldSpeaking(), new Effect.Emit(new CallEvent.BotPaused()));
        on(new Event.Tick(Duration.ofMillis(260)));

        assertThat(effects).containsExactly(new Effect.HoldSpeaking(), new Effect.Emit(new CallEvent.BotPaused()), new Effect.ResumeSpeaking());
    }

    @Test
    void a_sound_that_is_noticed_again_is_waited_for_anew() {
        answering();
        on(new Event.SpeechSuspected());
        on(new Event.Tick(Duration.ofMillis(100)));
        on(new Event.SpeechSuspected());
        on(new Event.Tick(Duration.ofMillis(340)));
        assertThat(effects).containsExactly(new Effect.HoldSpeaking(), new Effect.Emit(new CallEvent.BotPaused()));
        on(new Event.Tick(Duration.ofMillis(360)));

        assertThat(effects).containsExactly(new Effect.HoldSpeaking(), new Effect.Emit(new CallEvent.BotPaused()), new Effect.ResumeSpeaking());
    }

    @Test
    void a_sound_that_turns_out_to_be_speech_is_an_interruption() {
        answering();
        on(new Event.SpeechSuspected());
        speak();
        on(new Event.Tick(Duration.ofMillis(300)));

        assertThat(effects).contains(new Effect.Emit(new CallEvent.Interrupted())).doesNotContain(new Effect.ResumeSpeaking());
        assertThat(machine.state()).isInstanceOf(State.Hearing.class);
    }

    @Test
    void a_sound_is_nothing_to_a_bot_that_is_silent() {
        greeted();
        on(new Event.SpeechSuspected());
        asked();
        on(new Event.SpeechSuspected());

        assertThat(effects).doesNotContain(new Effect.HoldSpeaking());
    }
}
