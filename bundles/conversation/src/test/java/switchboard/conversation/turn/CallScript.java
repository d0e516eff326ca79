package switchboard.conversation.turn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.conversation.words.Wording;

/** What the tests of the machine have in common: a call, what happens in it, and what it led to. */
abstract class CallScript {

    static final float THRESHOLD = 0.5f;

    final TurnMachine machine = new TurnMachine(
            new TurnMachine.Settings(Endpointing.DEFAULT, CallLimits.DEFAULT, "Hello.", false, Duration.ofMillis(400), Phrases.of("en"), Wording.of("en")));
    final List<Effect> effects = new ArrayList<>();

    final void greeted() {
        on(new Event.Begin());
        on(new Event.SegmentStarted(1));
        on(new Event.SegmentFinished(1));
        effects.clear();
    }

    final void asked() {
        greeted();
        speak();
        pause(1, "What time do you open?", 0.9f);
        effects.clear();
    }

    /** Asked, and in the middle of the first of two sentences. */
    final void answering() {
        asked();
        on(new Event.ReplyText(1, "We open at five. And we close at one. "));
        on(new Event.SegmentStarted(2));
        effects.clear();
    }

    final void speak() {
        on(new Event.SpeechStarted());
    }

    final void pause(int pause, String words, float probability) {
        on(new Event.SpeechPaused(Duration.ofMillis(96)));
        on(new Event.TurnJudged(pause, probability, THRESHOLD));
        on(new Event.TranscriptReady(pause, words));
        on(new Event.SilenceLasted(Duration.ofMillis(192)));
        on(new Event.SilenceLasted(Duration.ofMillis(224)));
    }

    final void on(Event event) {
        effects.addAll(machine.on(event));
    }

    final List<String> spoken() {
        return effects.stream().filter(Effect.Speak.class::isInstance).map(effect -> ((Effect.Speak) effect).text()).toList();
    }
}
