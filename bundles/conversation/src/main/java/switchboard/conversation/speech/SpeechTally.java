package switchboard.conversation.speech;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import switchboard.api.metrics.Metric;

/** How often speech, or an answer, was there already when it was wanted. Thread-safe. */
public final class SpeechTally {

    /** All that can be counted is there from the beginning: whoever watches sees the first one come. */
    private final Map<Lookup, LongAdder> lookups = Stream.of(false, true)
            .flatMap(greeting -> Stream.of(false, true).flatMap(call -> Stream.of(false, true).map(hit -> new Lookup(greeting, call, hit))))
            .collect(Collectors.toUnmodifiableMap(lookup -> lookup, lookup -> new LongAdder()));
    private final Map<Opening, LongAdder> openings =
            Stream.of(Opening.values()).collect(Collectors.toUnmodifiableMap(what -> what, what -> new LongAdder()));

    private final Map<Guess, LongAdder> guesses =
            Stream.of(Guess.values()).collect(Collectors.toUnmodifiableMap(what -> what, what -> new LongAdder()));
    private final LongAdder gaps = new LongAdder();
    private final LongAdder gapNanos = new LongAdder();

    /** What became of an answer that was asked for while the caller still spoke. */
    public enum Guess { ASKED, TRUE }

    /** What became of the first sounds of an answer that was expected while the caller still spoke. */
    public enum Opening {
        /** They are there. */
        PREPARED,
        /** The answer began with them. What is prepared and never used cost a processor's time and nothing else. */
        USED,
        /** The answer began so, but they could not be made in time. */
        LATE
    }

    /** A phrase that is worth keeping was wanted: was it the greeting, in a call or beforehand, and was it there? */
    private record Lookup(boolean greeting, boolean call, boolean hit) {

        Map<String, String> labels() {
            return Map.of("phrase", greeting ? "greeting" : "other", "wanted", call ? "in_call" : "beforehand", "result", hit ? "hit" : "miss");
        }
    }

    void wanted(boolean greeting, boolean call, boolean hit) {
        lookups.get(new Lookup(greeting, call, hit)).increment();
    }

    public void opening(Opening what) {
        openings.get(what).increment();
    }

    public void guess(Guess what) {
        guesses.get(what).increment();
    }

    /** Within a clause nothing was heard, because the voice did not speak as fast as it was listened to. */
    public void gap(Duration silence) {
        gaps.increment();
        gapNanos.add(silence.toNanos());
    }

    /** All that was counted. */
    List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric.Counter("switchboard_speech_gaps",
                "Times that nothing was heard within a clause, because the voice did not speak as fast as it was listened to.", Map.of(), gaps.sum()));
        metrics.add(new Metric.Counter("switchboard_speech_gaps_seconds", "How long nothing was heard within clauses.", Map.of(), gapNanos.sum() / 1e9));
        lookups.forEach((lookup, count) -> metrics.add(new Metric.Counter("switchboard_speech_cache_lookups",
                "Phrases that are said in every call and were wanted: in the cache, or to be spoken anew.", lookup.labels(), count.sum())));
        openings.forEach((what, count) -> metrics.add(new Metric.Counter("switchboard_lookahead_openings",
                "First sounds of answers that were expected while the caller spoke: prepared, used, late.",
                Map.of("result", what.name().toLowerCase(Locale.ROOT)), count.sum())));
        guesses.forEach((what, count) -> metrics.add(new Metric.Counter("switchboard_lookahead_guesses",
                "Answers that were asked for while the caller still spoke, and those of them that were to what the caller said in the end.",
                Map.of("result", what.name().toLowerCase(Locale.ROOT)), count.sum())));
        return metrics;
    }
}
