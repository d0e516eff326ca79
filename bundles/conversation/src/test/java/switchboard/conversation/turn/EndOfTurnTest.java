package switchboard.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.call.CallEvent;
import switchboard.api.llm.Message;

/** When the caller has said all, and what is prepared before that is certain. */
class EndOfTurnTest extends CallScript {

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
    void a_detector_that_judges_words_is_asked_again_as_soon_as_they_are_known() {
        greeted();
        speak();
        on(new Event.SpeechPaused(Duration.ofMillis(60)));
        on(new Event.TurnJudged(1, 0.1f, THRESHOLD, true));
        effects.clear();

        on(new Event.TranscriptReady(1, "What time do you open?"));
        assertThat(effects).contains(new Effect.JudgeTurn(1, "What time do you open?", Duration.ofMillis(60)));
        on(new Event.TurnJudged(1, 0.9f, THRESHOLD));
        on(new Event.SilenceLasted(Duration.ofMillis(224)));

        assertThat(effects).anyMatch(Effect.TurnEnded.class::isInstance);
    }

    @Test
    void it_is_asked_again_too_if_the_words_come_while_it_judges() {
        greeted();
        speak();
        on(new Event.SpeechPaused(Duration.ofMillis(60)));
        on(new Event.TranscriptReady(1, "What time do you open?"));
        effects.clear();

        on(new Event.TurnJudged(1, 0.1f, THRESHOLD, true));

        assertThat(effects).contains(new Effect.JudgeTurn(1, "What time do you open?", Duration.ofMillis(60)));
    }

    @Test
    void a_detector_that_only_listens_is_not_asked_again_for_the_words() {
        greeted();
        speak();
        on(new Event.SpeechPaused(Duration.ofMillis(60)));
        on(new Event.TurnJudged(1, 0.9f, THRESHOLD));
        effects.clear();

        on(new Event.TranscriptReady(1, "What time do you open?"));

        assertThat(effects).noneMatch(Effect.JudgeTurn.class::isInstance);
    }

    @Test
    void a_statement_may_go_on_for_longer_than_a_question() {
        greeted();
        speak();
        pause(1, "I want to cancel my order.", 0.99f);
        on(new Event.SilenceLasted(Duration.ofMillis(440)));
        assertThat(effects).noneMatch(Effect.TurnEnded.class::isInstance);

        on(new Event.SilenceLasted(Duration.ofMillis(450)));

        assertThat(effects).anyMatch(Effect.TurnEnded.class::isInstance);
    }

    @Test
    void a_statement_that_leaves_open_what_is_wanted_may_go_on_for_longer_still() {
        greeted();
        speak();
        pause(1, "I was there last week.", 0.99f);
        on(new Event.SilenceLasted(Duration.ofMillis(820)));
        assertThat(effects).noneMatch(Effect.TurnEnded.class::isInstance);

        on(new Event.SilenceLasted(Duration.ofMillis(830)));

        assertThat(effects).anyMatch(Effect.TurnEnded.class::isInstance);
    }

    @Test
    void words_that_were_heard_twice_are_told_while_the_caller_speaks_and_never_of_another_turn() {
        greeted();
        on(new Event.WordsHeard(1, "Too soon"));
        speak();
        on(new Event.WordsHeard(1, "What thyme?"));
        on(new Event.WordsHeard(1, "What time"));
        on(new Event.WordsHeard(1, "What time do you"));
        on(new Event.WordsHeard(7, "Nobody knows when"));

        assertThat(effects).filteredOn(effect -> effect instanceof Effect.Emit emit && emit.event() instanceof CallEvent.UserTranscript).containsExactly(
                new Effect.Emit(new CallEvent.UserTranscript("What", false, false)), new Effect.Emit(new CallEvent.UserTranscript("What time", false, false)));
    }

    @Test
    void a_comma_after_a_whole_wish_does_not_make_the_caller_wait_for_a_second() {
        greeted();
        speak();
        pause(1, "In the afternoon, please,", 0.99f);
        assertThat(effects).noneMatch(Effect.TurnEnded.class::isInstance);

        on(new Event.SilenceLasted(Duration.ofMillis(450)));
        assertThat(effects).anyMatch(Effect.TurnEnded.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"555.", "My name is Peter.", "B, A,"})
    void what_is_dictated_may_pause_for_longer_than_a_statement(String words) {
        greeted();
        speak();
        pause(1, words, 0.99f);
        on(new Event.SilenceLasted(Duration.ofMillis(1190)));
        assertThat(effects).noneMatch(Effect.TurnEnded.class::isInstance);

        on(new Event.SilenceLasted(Duration.ofMillis(1200)));
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
}
