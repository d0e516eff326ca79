package switchboard.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import switchboard.api.call.CallEvent;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.conversation.words.Wording;

/** What holds whatever happens, in whatever order. */
class TurnMachinePropertyTest {

    @Property(tries = 2000)
    void a_turn_is_closed_exactly_once_and_answered_at_most_once(@ForAll("calls") List<Step> steps) {
        Map<Integer, Integer> ended = new HashMap<>();
        Map<Integer, Integer> answered = new HashMap<>();
        Map<Integer, Integer> closed = new HashMap<>();
        play(steps, machine(), effects -> effects.forEach(effect -> {
            if (effect instanceof Effect.TurnEnded end) {
                ended.merge(end.turn(), 1, Integer::sum);
                if (end.speculated()) {
                    answered.merge(end.turn(), 1, Integer::sum);
                }
            } else if (effect instanceof Effect.StartReply start && !start.speculative()) {
                answered.merge(start.turn(), 1, Integer::sum);
            } else if (effect instanceof Effect.CloseTurn close) {
                closed.merge(close.turn(), 1, Integer::sum);
            }
        }));
        assertThat(answered.values()).allMatch(count -> count == 1);
        assertThat(closed.values()).allMatch(count -> count == 1);
        assertThat(answered.keySet()).containsAll(ended.keySet());
        assertThat(closed.keySet()).containsAll(answered.keySet());
    }

    /** A loudspeaker as the effects make it: what is begun on speculation waits, what is stopped is gone. */
    @Property(tries = 3000)
    void nothing_is_heard_before_its_turn_is_over_and_nothing_old_after_an_interruption(@ForAll("calls") List<Step> steps) {
        Set<Integer> over = new HashSet<>();
        Set<Integer> gone = new HashSet<>();
        Map<Integer, Integer> waiting = new HashMap<>();
        boolean[] held = {false};
        play(steps, machine(), effects -> {
            for (Effect effect : effects) {
                if (effect instanceof Effect.TurnEnded ended) {
                    over.add(ended.turn());
                } else if (effect instanceof Effect.StartReply start && !start.speculative()) {
                    over.add(start.turn());
                } else if (effect instanceof Effect.Speak speak) {
                    waiting.put(speak.segment(), speak.turn());
                } else if (effect instanceof Effect.StopSpeaking) {
                    gone.addAll(waiting.keySet());
                    waiting.clear();
                } else if (effect instanceof Effect.Emit emit && emit.event() instanceof CallEvent.BotSegment segment && segment.spoken()) {
                    assertThat(gone).doesNotContain(segment.segment());
                }
                held[0] = isHeldAfter(effect, held[0]);
            }
            if (!held[0]) { // whatever waits is heard now
                assertThat(waiting.values()).allMatch(turn -> turn == 0 || over.contains(turn));
            }
        });
    }

    @Property(tries = 2000)
    void the_loudspeaker_is_never_held_while_the_bot_has_the_floor(@ForAll("calls") List<Step> steps) {
        TurnMachine machine = machine();
        boolean[] held = {false};
        play(steps, machine, effects -> {
            effects.forEach(effect -> held[0] = isHeldAfter(effect, held[0]));
            boolean suspects = machine.state() instanceof State.Replying replying && replying.reply().suspectedSince.isPresent();
            if (!suspects && (machine.state() instanceof State.Replying || machine.state() instanceof State.Listening)) {
                assertThat(held[0]).isFalse();
            }
        });
        assertThat(held[0]).isFalse();
    }

    @Property(tries = 2000)
    void segments_are_numbered_upwards_and_never_empty(@ForAll("calls") List<Step> steps) {
        int[] last = {0};
        play(steps, machine(), effects -> effects.forEach(effect -> {
            if (effect instanceof Effect.Speak speak) {
                assertThat(speak.segment()).isGreaterThan(last[0]);
                assertThat(speak.text()).isNotBlank();
                last[0] = speak.segment();
            }
        }));
    }

    @Property(tries = 2000)
    void speaking_and_silence_of_the_bot_alternate(@ForAll("calls") List<Step> steps) {
        boolean[] speaking = {false};
        play(steps, machine(), effects -> effects.forEach(effect -> {
            if (effect instanceof Effect.Emit emit && emit.event() instanceof CallEvent.BotStartedSpeaking) {
                assertThat(speaking[0]).isFalse();
                speaking[0] = true;
            } else if (effect instanceof Effect.Emit emit && emit.event() instanceof CallEvent.BotStoppedSpeaking) {
                assertThat(speaking[0]).isTrue();
                speaking[0] = false;
            }
        }));
        assertThat(speaking[0]).isFalse();
    }

    /** The random calls are not trivial: in many a turn is answered, with and without a draft, and an answer goes on. */
    @Property(tries = 1000)
    void random_calls_reach_every_corner(@ForAll("calls") List<Step> steps) {
        Set<String> reached = new HashSet<>();
        play(steps, machine(), effects -> effects.forEach(effect -> {
            if (effect instanceof Effect.TurnEnded ended) {
                reached.add(ended.speculated() ? "drafted" : "undrafted");
            } else if (effect instanceof Effect.ResumeSpeaking) {
                reached.add("resumed");
            }
        }));
        for (String corner : List.of("drafted", "undrafted", "resumed")) {
            Statistics.label(corner).collect(reached.contains(corner));
            Statistics.label(corner).coverage(coverage -> coverage.check(true).percentage(part -> part > 5));
        }
    }

    private static boolean isHeldAfter(Effect effect, boolean before) {
        return effect instanceof Effect.HoldSpeaking || before && !(effect instanceof Effect.StopSpeaking || effect instanceof Effect.ResumeSpeaking);
    }

    @Provide
    Arbitrary<List<Step>> calls() {
        Arbitrary<Step> step = Combinators.combine(
                Arbitraries.frequency(Tuple.of(2, Kind.SPEECH_SUSPECTED), Tuple.of(3, Kind.SPEECH_STARTED), Tuple.of(4, Kind.SPEECH_PAUSED), Tuple.of(5, Kind.SILENCE_LASTED),
                        Tuple.of(5, Kind.TRANSCRIPT_READY), Tuple.of(1, Kind.TRANSCRIPT_FAILED), Tuple.of(5, Kind.TURN_JUDGED),
                        Tuple.of(1, Kind.TURN_UNJUDGED), Tuple.of(5, Kind.REPLY_TEXT), Tuple.of(3, Kind.REPLY_ENDED), Tuple.of(1, Kind.REPLY_FAILED),
                        Tuple.of(5, Kind.SEGMENT_STARTED), Tuple.of(5, Kind.SEGMENT_FINISHED), Tuple.of(1, Kind.SEGMENT_FAILED),
                        Tuple.of(1, Kind.TYPED), Tuple.of(1, Kind.BEGIN), Tuple.of(1, Kind.CONFIGURED), Tuple.of(2, Kind.TICK)),
                Arbitraries.frequency(Tuple.of(9, 0), Tuple.of(1, 1), Tuple.of(1, 2)),
                Arbitraries.of("What time do you open?", "Yes.", "I need to", "We open at five. And we close. ", "Mm-hm.", "", "twenty"),
                Arbitraries.floats().between(0, 1),
                Arbitraries.of(64, 224, 416, 832, 1632, 3008)).as(Step::new);
        return step.list().ofMinSize(60).ofMaxSize(160).map(steps -> Stream.concat(Stream.of(Step.BEGIN), steps.stream()).toList());
    }

    /** What happens in random calls; most of it answers what the machine asked last, some of it is late. */
    enum Kind {
        BEGIN, TICK, SPEECH_SUSPECTED, SPEECH_STARTED, SPEECH_PAUSED, SILENCE_LASTED, TRANSCRIPT_READY, TRANSCRIPT_FAILED, TURN_JUDGED, TURN_UNJUDGED,
        REPLY_TEXT, REPLY_ENDED, REPLY_FAILED, SEGMENT_STARTED, SEGMENT_FINISHED, SEGMENT_FAILED, TYPED, CONFIGURED
    }

    /** @param late how many questions ago it answers */
    record Step(Kind kind, int late, String text, float probability, int silenceMs) {

        static final Step BEGIN = new Step(Kind.BEGIN, 0, "", 0, 0);
    }

    /** Plays a call against a machine, and ends it. */
    private static void play(List<Step> steps, TurnMachine machine, Consumer<List<Effect>> observer) {
        Player player = new Player(machine, observer);
        steps.forEach(player::play);
        player.tick(Duration.ofHours(1));
        player.tick(Duration.ofHours(2));
    }

    private static final class Player {

        private final TurnMachine machine;
        private final Consumer<List<Effect>> observer;
        private final Deque<Integer> segments = new ArrayDeque<>();
        private Duration now = Duration.ZERO;
        private int pause;
        private int reply;

        Player(TurnMachine machine, Consumer<List<Effect>> observer) {
            this.machine = machine;
            this.observer = observer;
        }

        void tick(Duration time) {
            send(new Event.Tick(time));
        }

        void play(Step step) {
            int segment = segments.isEmpty() ? 0 : segments.peek();
            Duration silence = Duration.ofMillis(step.silenceMs);
            now = now.plusMillis(step.silenceMs);
            send(switch (step.kind) {
                case BEGIN -> new Event.Begin();
                case TICK -> new Event.Tick(now = now.plusSeconds(step.late * 5L));
                case SPEECH_SUSPECTED -> new Event.SpeechSuspected();
                case SPEECH_STARTED -> new Event.SpeechStarted();
                case SPEECH_PAUSED -> new Event.SpeechPaused(silence);
                case SILENCE_LASTED -> new Event.SilenceLasted(silence);
                case TRANSCRIPT_READY -> new Event.TranscriptReady(pause - step.late, step.text);
                case TRANSCRIPT_FAILED -> new Event.TranscriptFailed(pause - step.late, "failed");
                case TURN_JUDGED -> new Event.TurnJudged(pause - step.late, step.probability, 0.5f);
                case TURN_UNJUDGED -> new Event.TurnUnjudged(pause - step.late, "failed");
                case REPLY_TEXT -> new Event.ReplyText(reply - step.late, step.text);
                case REPLY_ENDED -> new Event.ReplyEnded(reply - step.late);
                case REPLY_FAILED -> new Event.ReplyFailed(reply - step.late, "failed");
                case SEGMENT_STARTED -> new Event.SegmentStarted(segment);
                case SEGMENT_FINISHED -> new Event.SegmentFinished(segments.isEmpty() ? 0 : segments.poll());
                case SEGMENT_FAILED -> new Event.SegmentFailed(segment, "failed");
                case TYPED -> new Event.Typed(step.text, step.late == 0);
                case CONFIGURED -> new Event.Configured(settings(step.silenceMs));
            });
        }

        private void send(Event event) {
            List<Effect> effects = machine.on(event);
            for (Effect effect : effects) {
                if (effect instanceof Effect.Transcribe transcribe) {
                    pause = transcribe.pause();
                } else if (effect instanceof Effect.StartReply start) {
                    reply = start.reply();
                } else if (effect instanceof Effect.Speak speak) {
                    segments.add(speak.segment());
                } else if (effect instanceof Effect.StopSpeaking) {
                    segments.clear();
                }
            }
            observer.accept(effects);
        }
    }

    private static TurnMachine machine() {
        return new TurnMachine(settings(400));
    }

    private static TurnMachine.Settings settings(int resumeAfterMs) {
        return new TurnMachine.Settings(Endpointing.DEFAULT, CallLimits.DEFAULT, "Hello.", false, Duration.ofMillis(resumeAfterMs), Phrases.of("en"), Wording.of("en"));
    }
}
