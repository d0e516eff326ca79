package switchboard.conversation.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.call.MediaListener;
import switchboard.api.company.Company;
import switchboard.api.metrics.Metric;
import switchboard.api.metrics.MetricSource;
import switchboard.api.model.Lease;
import switchboard.api.model.Models;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/**
 * Text to samples at {@link MediaListener#PLAYED_HZ}, in a company's voice. Phrases that are said in every call sound
 * from the cache. Thread-safe; blocks.
 */
@Component(service = {Synthesis.class, MetricSource.class})
public final class Synthesis implements MetricSource {

    private static final Logger log = LoggerFactory.getLogger(Synthesis.class);

    private final Models models;
    private final SpeechCache cache = new SpeechCache();
    private final SpeechTally tally = new SpeechTally();
    private final RightOfWay rightOfWay = new RightOfWay();

    @Activate
    public Synthesis(@Reference Models models) {
        this.models = models;
    }

    /** Takes the next samples, and says whether more are wanted; the array is not to be written to. */
    @FunctionalInterface
    public interface Piece {

        /**
         * Told once, before the first samples, what they are going to be.
         *
         * @return whether they are wanted; if not, nothing is synthesised
         */
        default boolean begins(SpeechCache.Key key) {
            return true;
        }

        boolean accept(float[] samples, String owner);
    }

    /**
     * Speaks.
     *
     * @param callId the call that hears it; empty if none does yet
     * @param fixed  whether it is a phrase worth keeping
     * @throws SpeechException if no voice is there, or it failed
     */
    public void speak(String callId, Company company, String text, boolean fixed, Piece sink) throws SpeechException {
        Optional<Lease<TextToSpeech>> found = models.lease(TextToSpeech.class, company.models().textToSpeech(), callId);
        if (found.isEmpty()) {
            throw new SpeechException("no TextToSpeech that fits company " + company.id() + " is warm");
        }
        try (Lease<TextToSpeech> lease = found.get()) {
            SpeechRequest request = new SpeechRequest(text, voice(company, lease), company.voice().speed());
            SpeechCache.Key key = new SpeechCache.Key(company.id(), text, request.voice(), request.speed(), lease.owner());
            if (!sink.begins(key)) {
                return;
            }
            Predicate<float[]> heard = samples -> sink.accept(samples, lease.owner());
            if (fixed) {
                recite(key, text.equals(company.greeting()), !callId.isEmpty(), lease, request, heard);
            } else {
                synthesise(lease, request, heard);
            }
        }
    }

    /** Speaks a phrase that is said again and again: as it sounded before, or together with whoever speaks it now. */
    private void recite(SpeechCache.Key key, boolean greeting, boolean call, Lease<TextToSpeech> lease, SpeechRequest request, Predicate<float[]> sink)
            throws SpeechException {
        SpeechCache.Sound sound = cache.find(key);
        tally.wanted(greeting, call, !(sound instanceof SpeechCache.Unheard));
        if (sound instanceof SpeechCache.Whole whole) {
            sink.test(whole.samples());
        } else if (sound instanceof SpeechCache.Unfinished others) {
            Optional<Integer> heard = others.rendering().follow(sink);
            if (heard.isPresent()) {
                synthesise(lease, request, after(heard.get(), sink));
            }
        } else if (sound instanceof SpeechCache.Unheard own) {
            boolean complete = false;
            try {
                complete = synthesise(lease, request, own.rendering().heardBy(sink));
            } finally {
                cache.end(key, complete);
            }
        }
    }

    /** To be told what becomes of speech that is made beforehand. */
    public SpeechTally tally() {
        return tally;
    }

    /** Who of the calls is synthesised first. */
    public RightOfWay rightOfWay() {
        return rightOfWay;
    }

    @Override
    public List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>(tally.metrics());
        metrics.add(new Metric.Gauge("switchboard_speech_cache_phrases", "Phrases that are kept as they sounded.", Map.of(), cache.phrases()));
        metrics.add(new Metric.Gauge("switchboard_speech_cache_bytes", "Memory that they take.", Map.of(), cache.bytes()));
        return metrics;
    }

    /** @return whether all of it was wanted */
    private static boolean synthesise(Lease<TextToSpeech> lease, SpeechRequest request, Predicate<float[]> sink) throws SpeechException {
        boolean[] wanted = {true};
        Resampler resampler = new Resampler(lease.model().sampleRateHz(), MediaListener.PLAYED_HZ);
        Lead lead = new Lead();
        try {
            lease.model().speak(request, (AudioClip piece) -> {
                float[] samples = lead.accept(resampler.accept(piece.samples()));
                wanted[0] = samples.length == 0 ? wanted[0] : sink.test(samples);
                return wanted[0];
            });
        } catch (SpeechException | RuntimeException e) {
            lease.failed(e);
            throw e;
        }
        return wanted[0];
    }

    /** Leaves out what was heard already. */
    private static Predicate<float[]> after(int heard, Predicate<float[]> sink) {
        Rest rest = new Rest(heard);
        return samples -> {
            float[] left = rest.of(samples);
            return left.length == 0 || sink.test(left);
        };
    }

    /** A missing voice must not silence a company. */
    private static String voice(Company company, Lease<TextToSpeech> lease) {
        String wanted = company.voice().name();
        if (lease.model().voices().contains(wanted)) {
            return wanted;
        }
        String instead = lease.model().voices().stream().sorted().findFirst().orElseThrow();
        log.warn("company={} voice={} is not one of {}; speaking as {}", company.id(), wanted, lease.owner(), instead);
        return instead;
    }
}
