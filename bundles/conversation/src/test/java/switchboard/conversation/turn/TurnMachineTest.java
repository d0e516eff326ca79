package switchboard.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.call.CallEvent;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.llm.Message;
import switchboard.conversation.words.Wording;

class TurnMachineTest {

    private static final float THRESHOLD = 0.5f;

    private final TurnMachine machine = new TurnMachine(
            new TurnMachine.Settings(Endpointing.DEFAULT, CallLimits.DEFAULT, "Hello.", false, Duration.ofMillis(400), Phrases.of("en"), Wording.of("en")));
    private final List<Effect> effects = new ArrayList<>();

    @Test
    void the_greeting_is_spoken_when_the_caller_can_hear() {
        on(new Event.Begin());

        assertThat(spoken()).containsExactly("Hello.");
        assertThat(machine.state()).isInstanceOf(State.Replying.class);
    }

    @Test
    void a_pause_that_sounds_and_reads_finished_ends_the_turn() {
        greeted();
        speak();
        pause(1, "What time do you open?", 0.9f);

        assertThat(effects).contains(
                new Effect.StartReply(1, 1, List.of(new Message.Assistant("Hello."), new Message.User("What time do you open?")), true));
        assertThat(effects).contains(new Effect.Emit(new CallEvent.UserTranscript("What time do you open?", true, false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"I need to cancel my", "Do you have a table for", "My number is five five"})
    void words_that_must_go_on_do_not_end_the_turn_however_it_sounds(String words) {
        greeted();
        speak();
        pause(1, words, 0.99f);

        assertThat(effects).noneMatch(Effect.TurnEnded.class::isInstance);
    }

    @Test
    void an_unfinished_sentence_is_answered_when_the_silence_gets_long() {
        greeted();
        speak();
        pause(1, "I need to cancel my", 0.99f);
        on(new Event.SilenceLasted(Duration.ofSeconds(3)));

        assertThat(effects).anyMatch(Effect.TurnEnded.class::isInstance);
    }

    @Test
    void the_detector_is_asked_again_when_the_silence_lasts() {
        greeted();
        speak();
        pause(1, "In the afternoon.", 0.4f);
        on(new Event.TurnJudged(1, 0.4f, THRESHOLD));
        assertThat(effects).noneMatch(Effect.TurnEnded.class::isInstance);

        on(new Event.SilenceLasted(Duration.ofMillis(410)));
        assertThat(effects).contains(new Effect.JudgeTurn(1, "In the afternoon.", Duration.ofMillis(410)));
        on(new Event.TurnJudged(1, 0.9f, THRESHOLD));
        on(new Event.SilenceLasted(Duration.ofMillis(460)));

        assertThat(effects).anyMatch(Effect.TurnEnded.class::isInstance);
    }

    @Test
    void a_statement_may_go_on_for_longer_than_a_question() {
        greeted();
        speak();
        pause(1, "I was there last week.", 0.99f);
        on(new Event.SilenceLasted(Duration.ofMillis(440)));
        assertThat(effects).noneMatch(Effect.TurnEnded.class::isInstance);

        on(new Event.SilenceLasted(Duration.ofMillis(450)));

        assertThat(effects).anyMatch(Effect.TurnEnded.class::isInstance);
    }

    @Test
    void a_caller_who_goes_on_is_one_turn() {
        greeted();
        speak();
        pause(1, "In the afternoon,", 0.1f);
        speak();
        on(new Event.TurnJudged(1, 0.99f, THRESHOLD));
        assertThat(effects).noneMatch(Effect.TurnEnded.class::isInstance);
        pause(2, "In the afternoon, please.", 0.9f);

        assertThat(effects.stream().filter(Effect.TurnEnded.class::isInstance)).hasSize(1);
    }

    @Test
    void an_answer_is_prepared_before_the_turn_is_over_and_heard_only_then() {
        greeted();
        speak();
        on(new Event.SpeechPaused(Duration.ofMillis(96)));
        on(new Event.TranscriptReady(1, "What time do you open?"));
        assertThat(effects).containsSubsequence(new Effect.HoldSpeaking(), new Effect.StartReply(1, 1,
                List.of(new Message.Assistant("Hello."), new Message.User("What time do you open?")), true));
        on(new Event.ReplyText(1, "At five in the evening. "));
        on(new Event.ReplyEnded(1));
        assertThat(spoken()).containsExactly("At five in the evening.");
        assertThat(effects).noneMatch(Effect.ResumeSpeaking.class::isInstance)
                .noneMatch(effect -> effect instanceof Effect.Emit emit && emit.event() instanceof CallEvent.ReplyText);

        on(new Event.TurnJudged(1, 0.9f, THRESHOLD));
        on(new Event.SilenceLasted(Duration.ofMillis(224)));

        assertThat(effects).containsSubsequence(new Effect.TurnEnded(1, true),
                new Effect.Emit(new CallEvent.ReplyText("At five in the evening. ")), new Effect.ResumeSpeaking());
    }

    @Test
    void a_prepared_answer_is_thrown_away_when_the_caller_goes_on() {
        greeted();
        speak();
        on(new Event.SpeechPaused(Duration.ofMillis(96)));
        on(new Event.TranscriptReady(1, "What time do you open?"));
        on(new Event.ReplyText(1, "At five in the evening. "));
        effects.clear();
        speak();

        assertThat(effects).containsExactly(new Effect.StopSpeaking(), new Effect.CancelReply(1));
    }

    @Test
    void a_prepared_answer_that_fails_is_asked_for_again_when_the_turn_is_over() {
        greeted();
        speak();
        on(new Event.SpeechPaused(Duration.ofMillis(96)));
        on(new Event.TranscriptReady(1, "What time do you open?"));
        on(new Event.ReplyFailed(1, "not on speculation"));
        on(new Event.TurnJudged(1, 0.9f, THRESHOLD));
        on(new Event.SilenceLasted(Duration.ofMillis(224)));

        assertThat(effects).anySatisfy(effect -> assertThat(effect).isInstanceOfSatisfying(Effect.StartReply.class,
                start -> assertThat(start.speculative()).isFalse()));
    }

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
    void the_reply_is_spoken_by_clauses() {
        asked();
        on(new Event.ReplyText(1, "We open at five on Sunday"));
        assertThat(spoken()).isEmpty();
        on(new Event.ReplyText(1, ". And we close"));
        on(new Event.ReplyEnded(1));

        assertThat(spoken()).containsExactly("We open at five on Sunday.", "And we close");
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
    void the_beginning_of_a_word_in_which_there_is_none_yet_is_not_forgotten() {
        greeted();
        speak();
        on(new Event.SpeechPaused(Duration.ofMillis(50)));
        on(new Event.TranscriptReady(1, ""));
        on(new Event.SilenceLasted(Duration.ofMillis(110)));
        on(new Event.SpeechStarted());

        assertThat(effects).noneMatch(Effect.DropSpeech.class::isInstance);
        assertThat(machine.state()).isInstanceOf(State.Hearing.class);
    }

    @Test
    void speech_without_words_is_forgotten() {
        greeted();
        speak();
        on(new Event.SpeechPaused(Duration.ofMillis(200)));
        on(new Event.TranscriptReady(1, " "));
        on(new Event.SilenceLasted(Duration.ofMillis(300)));

        assertThat(effects).contains(new Effect.CloseTurn(1, Outcome.NOTHING_SAID)).noneMatch(Effect.TurnEnded.class::isInstance);
        assertThat(machine.state()).isInstanceOf(State.Listening.class);
    }

    @Test
    void a_failed_transcript_closes_the_turn_with_its_reason() {
        greeted();
        speak();
        on(new Event.SpeechPaused(Duration.ofMillis(200)));
        on(new Event.TranscriptFailed(1, "no model"));

        assertThat(effects).contains(new Effect.CloseTurn(1, Outcome.NOT_RECOGNISED), new Effect.Emit(new CallEvent.Failure("no model")));
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
    void typed_text_interrupts_and_is_answered() {
        asked();
        effects.clear();
        on(new Event.Typed("And on Monday?", true));

        assertThat(effects).contains(new Effect.StopSpeaking(), new Effect.CloseTurn(1, Outcome.INTERRUPTED))
                .anyMatch(effect -> effect instanceof Effect.StartReply start && start.turn() == 2);
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

    private void greeted() {
        on(new Event.Begin());
        on(new Event.SegmentStarted(1));
        on(new Event.SegmentFinished(1));
        effects.clear();
    }

    private void asked() {
        greeted();
        speak();
        pause(1, "What time do you open?", 0.9f);
        effects.clear();
    }

    private void speak() {
        on(new Event.SpeechStarted());
    }

    private void pause(int pause, String words, float probability) {
        on(new Event.SpeechPaused(Duration.ofMillis(96)));
        on(new Event.TurnJudged(pause, probability, THRESHOLD));
        on(new Event.TranscriptReady(pause, words));
        on(new Event.SilenceLasted(Duration.ofMillis(192)));
        on(new Event.SilenceLasted(Duration.ofMillis(224)));
    }

    private void on(Event event) {
        effects.addAll(machine.on(event));
    }

    private List<String> spoken() {
        return effects.stream().filter(Effect.Speak.class::isInstance).map(effect -> ((Effect.Speak) effect).text()).toList();
    }
}
