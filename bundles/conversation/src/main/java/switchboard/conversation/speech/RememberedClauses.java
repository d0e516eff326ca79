package switchboard.conversation.speech;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import switchboard.api.metrics.Metric;
import switchboard.api.metrics.MetricSource;

/**
 * Clauses of answers as they sounded: callers of a company ask the same questions, and what was said before need not be
 * synthesised again. In memory only, never on disk; bounded, the longest unused goes first. Thread-safe.
 */
@Component(service = {RememberedClauses.class, MetricSource.class}, configurationPid = "switchboard.speech")
@Designate(ocd = RememberedClauses.Settings.class)
public final class RememberedClauses implements MetricSource {

    private static final long MB = 1_000_000;

    private final Map<SpeechCache.Key, float[]> clauses = new LinkedHashMap<>(16, 0.75f, true);
    private final LongAdder remembered = new LongAdder();
    private final LongAdder synthesised = new LongAdder();
    private long bytes;
    private long mostBytes;

    /** How speech is configured. */
    @ObjectClassDefinition(name = "Switchboard speech")
    public @interface Settings {

        @AttributeDefinition(name = "Remembered", description = "Memory for what was said before, of all companies together [MB]; ten seconds take one. "
                + "0: everything is synthesised anew.", min = "0")
        int remembered_mb() default 32;
    }

    @Activate
    public RememberedClauses(Settings settings) {
        this(settings.remembered_mb() * MB);
    }

    RememberedClauses(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Modified
    void modified(Settings settings) {
        bound(settings.remembered_mb() * MB);
    }

    synchronized void bound(long newMostBytes) {
        mostBytes = newMostBytes;
        forget();
    }

    /** All samples of a clause, if it was spoken to its end. */
    synchronized Optional<float[]> find(SpeechCache.Key key) {
        Optional<float[]> samples = Optional.ofNullable(clauses.get(key));
        (samples.isPresent() ? remembered : synthesised).increment();
        return samples;
    }

    /** @param samples of the whole clause; not to be written to */
    synchronized void keep(SpeechCache.Key key, float[] samples) {
        float[] before = clauses.put(key, samples);
        bytes += bytes(samples) - (before == null ? 0 : bytes(before));
        forget();
    }

    @Override
    public List<Metric> metrics() {
        return List.of(clauses("remembered", remembered), clauses("synthesised", synthesised), new Metric.Gauge(
                "switchboard_clauses_remembered_bytes", "Memory of clauses that are remembered as they sounded.", Map.of(), inMemory()));
    }

    private static Metric clauses(String sound, LongAdder count) {
        return new Metric.Counter("switchboard_clauses", "Clauses of answers, by where their sound came from.", Map.of("sound", sound), count.sum());
    }

    private synchronized long inMemory() {
        return bytes;
    }

    private void forget() {
        for (Iterator<float[]> oldest = clauses.values().iterator(); bytes > mostBytes && oldest.hasNext(); ) {
            bytes -= bytes(oldest.next());
            oldest.remove();
        }
    }

    private static long bytes(float[] samples) {
        return (long) Float.BYTES * samples.length;
    }
}
