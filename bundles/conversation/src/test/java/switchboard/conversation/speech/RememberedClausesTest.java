package switchboard.conversation.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import switchboard.api.metrics.Metric;
import switchboard.api.model.ModelIdentity;

class RememberedClausesTest {

    private static final Object VOICE = new Object();
    private static final float[] FIVE = new float[5];

    private final RememberedClauses clauses = new RememberedClauses(2 * 5 * Float.BYTES);

    @Test
    void what_was_kept_is_found_by_all_that_changes_its_sound() {
        clauses.keep(key("We open at five."), FIVE);

        assertThat(clauses.find(key("We open at five."))).containsSame(FIVE);
        assertThat(clauses.find(new SpeechCache.Key("baker", "We open at five.", "heart", 1, "kokoro@1", new ModelIdentity(VOICE)))).isEmpty();
        assertThat(clauses.find(new SpeechCache.Key("acme", "We open at five.", "heart", 1, "kokoro@2", new ModelIdentity(VOICE)))).isEmpty();
    }

    @Test
    void a_voice_that_was_updated_in_place_does_not_sound_as_before() {
        clauses.keep(key("We open at five."), FIVE);
        Object updated = new Object();
        assertThat(clauses.find(key("We open at five.", updated))).isEmpty();
        clauses.keep(key("We open at five.", updated), FIVE);

        assertThat(clauses.find(key("We open at five.", updated))).isPresent();
    }

    @Test
    void the_longest_unused_is_forgotten_first() {
        clauses.keep(key("One."), FIVE);
        clauses.keep(key("Two."), FIVE);
        clauses.find(key("One."));
        clauses.keep(key("Three."), FIVE);

        assertThat(clauses.find(key("One."))).isPresent();
        assertThat(clauses.find(key("Two."))).isEmpty();
        assertThat(clauses.find(key("Three."))).isPresent();
    }

    @Test
    void what_is_longer_than_all_memory_is_not_kept_and_no_memory_keeps_nothing() {
        clauses.keep(key("Long."), new float[11]);
        assertThat(clauses.find(key("Long."))).isEmpty();
        clauses.keep(key("One."), FIVE);
        clauses.bound(0);
        clauses.keep(key("Two."), FIVE);

        assertThat(clauses.find(key("One."))).isEmpty();
        assertThat(clauses.find(key("Two."))).isEmpty();
        assertThat(bytes()).isZero();
    }

    @Test
    void a_clause_that_is_kept_twice_counts_once() {
        clauses.keep(key("One."), FIVE);
        clauses.keep(key("One."), FIVE);

        assertThat(bytes()).isEqualTo(5L * Float.BYTES);
    }

    @Test
    void it_is_counted_where_the_sound_came_from() {
        clauses.find(key("One."));
        clauses.keep(key("One."), FIVE);
        clauses.find(key("One."));
        clauses.find(key("One."));

        assertThat(clauses.metrics()).extracting(Metric::labels, RememberedClausesTest::value)
                .contains(tuple(Map.of("sound", "remembered"), 2.0),
                        tuple(Map.of("sound", "synthesised"), 1.0));
    }

    private double bytes() {
        return clauses.metrics().stream().filter(metric -> metric.name().endsWith("_bytes")).mapToDouble(RememberedClausesTest::value).sum();
    }

    private static double value(Metric metric) {
        return metric instanceof Metric.Gauge gauge ? gauge.value() : ((Metric.Counter) metric).value();
    }

    private static SpeechCache.Key key(String text) {
        return key(text, VOICE);
    }

    private static SpeechCache.Key key(String text, Object voice) {
        return new SpeechCache.Key("acme", text, "heart", 1, "kokoro@1", new ModelIdentity(voice));
    }
}
