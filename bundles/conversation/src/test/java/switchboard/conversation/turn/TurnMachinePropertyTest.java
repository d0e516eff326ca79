package switchboard.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import switchboard.api.call.CallEvent;
import switchboard.api.company.Company.Endpointing;

/** What holds whatever happens, in whatever order. */
class TurnMachinePropertyTest {

    private static final int SMALL = 12;

    @Property(tries = 2000)
    void a_turn_is_closed_exactly_once_and_answered_at_most_once(@ForAll("events") List<Event> events) {
        TurnMachine machine = machine();
        Map<Integer, Integer> replies = new HashMap<>();
        Map<Integer, Integer> closed = new HashMap<>();
        for (Event event : withEnd(events)) {
            for (Effect effect : machine.on(event)) {
                if (effect instanceof Effect.StartReply start) {
                    replies.merge(start.turn(), 1, Integer::sum);
                } else if (effect instanceof Effect.CloseTurn close) {
                    closed.merge(close.turn(), 1, Integer::sum);
                }
            }
        }
        assertThat(replies.values()).allMatch(count -> count == 1);
        assertThat(closed.values()).allMatch(count -> count == 1);
        assertThat(closed.keySet()).containsAll(replies.keySet());
    }

    @Property(tries = 2000)
    void after_an_interruption_nothing_old_is_spoken(@ForAll("events") List<Event> events) {
        TurnMachine machine = machine();
        Set<Integer> old = new HashSet<>();
        int current = 0;
        for (Event event : events) {
            for (Effect effect : machine.on(event)) {
                if (effect instanceof Effect.StopSpeaking && current > 0) {
                    old.add(current);
                } else if (effect instanceof Effect.StartReply start) {
                    current = start.turn();
                } else if (effect instanceof Effect.Speak speak) {
                    assertThat(old).doesNotContain(speak.turn());
                }
            }
        }
    }

    @Property(tries = 2000)
    void segments_are_numbered_upwards_and_started_before_they_end(@ForAll("events") List<Event> events) {
        TurnMachine machine = machine();
        int last = 0;
        for (Event event : events) {
            for (Effect effect : machine.on(event)) {
                if (effect instanceof Effect.Speak speak) {
                    assertThat(speak.segment()).isGreaterThan(last);
                    assertThat(speak.text()).isNotBlank();
                    last = speak.segment();
                }
            }
        }
    }

    @Property(tries = 1000)
    void speaking_and_silence_of_the_bot_alternate(@ForAll("events") List<Event> events) {
        TurnMachine machine = machine();
        boolean speaking = false;
        for (Event event : withEnd(events)) {
            for (Effect effect : machine.on(event)) {
                if (effect instanceof Effect.Emit emit && emit.event() instanceof CallEvent.BotStartedSpeaking) {
                    assertThat(speaking).isFalse();
                    speaking = true;
                } else if (effect instanceof Effect.Emit emit && emit.event() instanceof CallEvent.BotStoppedSpeaking) {
                    assertThat(speaking).isTrue();
                    speaking = false;
                }
            }
        }
        assertThat(speaking).isFalse();
    }

    @Provide
    Arbitrary<List<Event>> events() {
        Arbitrary<Integer> number = Arbitraries.integers().between(1, SMALL);
        Arbitrary<String> text = Arbitraries.of("", "Yes.", "I need to", "We open at five. ", "And then, of course, we close. ", "twenty");
        Arbitrary<Duration> silence = Arbitraries.of(200, 416, 832, 1632, 3008).map(Duration::ofMillis);
        Arbitrary<Event> event = Arbitraries.oneOf(
                Arbitraries.just(new Event.Begin()),
                Arbitraries.integers().between(0, 120).map(seconds -> new Event.Tick(Duration.ofSeconds(seconds))),
                Arbitraries.just(new Event.SpeechStarted()),
                silence.map(Event.SpeechPaused::new),
                silence.map(Event.SilenceLasted::new),
                number.flatMap(pause -> text.map(words -> (Event) new Event.TranscriptReady(pause, words))),
                number.map(pause -> new Event.TranscriptFailed(pause, "failed")),
                number.flatMap(pause -> Arbitraries.floats().between(0, 1).map(p -> (Event) new Event.TurnJudged(pause, p, 0.5f))),
                number.map(pause -> new Event.TurnUnjudged(pause, "failed")),
                number.flatMap(turn -> text.map(words -> (Event) new Event.ReplyText(turn, words))),
                number.map(Event.ReplyEnded::new),
                number.map(turn -> new Event.ReplyFailed(turn, "failed")),
                number.map(Event.SegmentStarted::new),
                number.map(Event.SegmentFinished::new),
                number.map(segment -> new Event.SegmentFailed(segment, "failed")),
                text.map(words -> new Event.Typed(words, !words.equals("Yes."))));
        return event.list().ofMaxSize(150);
    }

    /** The longest call is over: whatever is open must be closed by then. */
    private static List<Event> withEnd(List<Event> events) {
        List<Event> all = new ArrayList<>(events);
        all.add(new Event.Begin());
        all.add(new Event.Tick(Duration.ofHours(1)));
        all.add(new Event.Tick(Duration.ofHours(2)));
        return all;
    }

    private static TurnMachine machine() {
        return new TurnMachine(new TurnMachine.Settings(Endpointing.DEFAULT, Duration.ofMinutes(30), "Hello.", Phrases.of("en")));
    }
}
