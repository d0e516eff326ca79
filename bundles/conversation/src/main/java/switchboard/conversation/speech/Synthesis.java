package switchboard.conversation.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.MediaListener;
import switchboard.api.company.Company;
import switchboard.api.metrics.Metric;
import switchboard.api.metrics.MetricSource;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelIdentity;
import switchboard.api.model.Models;
import switchboard.api.model.Succession;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/**
 * Text to samples at {@link MediaListener#PLAYED_HZ}, in a company's voice. Phrases that are said in every call sound
 * from the cache, and clauses that were said before from memory. What a voice leaves unsaid, because it fails, hangs or goes, the
 * next best one says. Thread-safe; blocks.
 */
@Component(service = {Synthesis.class, MetricSource.class})
public final class Synthesis implements MetricSource {

    private static final Logger log = LoggerFactory.getLogger(Synthesis.class);

    private final Models models;
    private final KeptSpeech kept;
    private final RememberedClauses remembered;
    private final SpeechCache cache = new SpeechCache();
    private final SpeechTally tally = new SpeechTally();
    private final RightOfWay rightOfWay = new RightOfWay();
    private final VoiceThreads threads;

    @Activate
    public Synthesis(@Reference Models models, @Reference KeptSpeech kept, @Reference RememberedClauses remembered) {
        this(models, kept, remembered, new VoiceThreads());
    }

    /** Nothing is known of an earlier life of the server, and no clause is remembered. */
    public Synthesis(Models models) {
        this(models, KeptSpeech.NOTHING, new RememberedClauses(0), new VoiceThreads());
    }

    Synthesis(Models models, KeptSpeech kept, RememberedClauses remembered, VoiceThreads threads) {
        this.models = models;
        this.kept = kept;
        this.remembered = remembered;
        this.threads = threads;
    }

    @Deactivate
    void stop() {
        threads.close();
    }

    /** Takes the next samples, and says whether more are wanted; the array is not to be written to. */
    @FunctionalInterface
    public interface Piece {

        /**
         * Told before the first samples what they are going to be; again if another voice has to begin.
         *
         * @return whether they are wanted; if not, nothing is synthesised
         */
        default boolean begins(SpeechCache.Key key) {
            return true;
        }

        boolean accept(float[] samples, String owner);
    }

    /** What a voice is to say: a phrase worth keeping, or not; for a call, or beforehand; from its beginning, or from where another has failed. */
    private record Words(Company company, String text, boolean fixed, boolean call, boolean begun) {

        Words after(long heard) {
            return heard == 0 ? this : new Words(company, Remainder.of(text, heard, company.voice().speed()), false, call, true);
        }

        boolean areGreeting() {
            return text.equals(company.greeting());
        }
    }

    /**
     * Speaks.
     *
     * @param callId the call that hears it; empty if none does yet
     * @param fixed  whether it is a phrase worth keeping
     * @throws SpeechException if no voice is there, or all have failed
     */
    public void speak(String callId, Company company, String text, boolean fixed, Piece sink) throws SpeechException {
        Succession<TextToSpeech> voices = new Succession<>(models, TextToSpeech.class, callId,
                List.of(company.models().textToSpeech(), Models.inLanguage(company.language())));
        Words words = new Words(company, text, fixed, !callId.isEmpty(), false);
        SpeechException failure = new SpeechException("no TextToSpeech that fits company " + company.id() + " is warm");
        try (Silenced silenced = new Silenced()) {
            for (Optional<Lease<TextToSpeech>> next = voices.next(threads::hangs); next.isPresent(); next = voices.next(threads::hangs)) {
                Ear ear = new Ear(sink, next.get().owner());
                try (Loan<TextToSpeech> voice = new Loan<>(next.get())) {
                    try {
                        say(words, voice, () -> voices.hasNext(threads::hangs), ear);
                        silenced.haveFailed();
                        return;
                    } catch (Silenced.Silence e) {
                        silenced.add(voice.shared(), e);
                        failure = new SpeechException(e.getMessage(), e);
                    } catch (SpeechException e) {
                        failure = e;
                        words = words.after(ear.heard());
                    }
                }
                if (!ear.wants()) {
                    return;
                }
                ear.end();
            }
        }
        throw failure;
    }

    private void say(Words words, Loan<TextToSpeech> voice, BooleanSupplier another, Ear ear) throws SpeechException {
        Lease<TextToSpeech> lease = voice.lease();
        try {
            SpeechRequest request = new SpeechRequest(words.text, voice(words.company, lease), words.company.voice().speed());
            SpeechCache.Key key = new SpeechCache.Key(words.company.id(), words.text, request.voice(), request.speed(), lease.owner(),
                    new ModelIdentity(lease.model()));
            if (!words.begun && !ear.begins(key)) {
                return;
            }
            if (words.fixed) {
                recite(key, words, voice, request, another, ear);
            } else if (words.begun) {
                synthesise(voice, request, another, ear);
            } else {
                answer(key, voice, request, another, ear);
            }
        } catch (Silenced.Silence e) {
            log.warn("company={} owner={} event=voice-silent", words.company.id(), lease.owner());
            throw e;
        } catch (SpeechException | RuntimeException | LinkageError e) {
            lease.failed(e);
            log.warn("company={} owner={} event=voice-failed", words.company.id(), lease.owner(), e);
            throw e instanceof SpeechException told ? told : new SpeechException(e.toString(), e);
        }
    }

    /** Speaks a clause of an answer: as it sounded when it was said before, if it was. */
    private void answer(SpeechCache.Key key, Loan<TextToSpeech> voice, SpeechRequest request, BooleanSupplier another, Ear ear) throws SpeechException {
        Optional<float[]> before = remembered.find(key);
        if (before.isPresent()) {
            ear.test(before.get());
            return;
        }
        List<AudioClip> pieces = new ArrayList<>();
        boolean whole = synthesise(voice, request, another, samples -> {
            pieces.add(new AudioClip(MediaListener.PLAYED_HZ, samples));
            return ear.test(samples);
        });
        if (whole) {
            remembered.keep(key, AudioClip.joined(MediaListener.PLAYED_HZ, pieces).samples());
        }
    }

    /** Speaks a phrase that is said again and again: as it sounded before, or together with whoever speaks it now. */
    private void recite(SpeechCache.Key key, Words words, Loan<TextToSpeech> voice, SpeechRequest request, BooleanSupplier another, Ear ear)
            throws SpeechException {
        SpeechCache.Sound sound = cache.find(key);
        if (!(sound instanceof SpeechCache.Unheard)) {
            tally.wanted(words.areGreeting(), words.call, true);
        }
        if (sound instanceof SpeechCache.Whole whole) {
            ear.test(whole.samples());
        } else if (sound instanceof SpeechCache.Unfinished others) {
            Optional<Integer> heard = others.rendering().follow(ear);
            if (heard.isPresent()) {
                synthesise(voice, request, another, after(heard.get(), ear));
            }
        } else if (sound instanceof SpeechCache.Unheard own) {
            recall(key, words, own.rendering(), sink -> synthesise(voice, request, another, sink), ear);
        }
    }

    /** Speaks into a sink; says whether all of it was spoken and wanted. */
    @FunctionalInterface
    private interface Voiced {

        boolean to(Predicate<float[]> sink) throws SpeechException;
    }

    /** Has a phrase sound that this server has not heard yet: as it sounded in an earlier life, or as the voice speaks it now. */
    private void recall(SpeechCache.Key key, Words words, Rendering rendering, Voiced voice, Ear ear) throws SpeechException {
        boolean complete = false;
        Optional<KeptSpeech.Phrase> toKeep = Optional.empty();
        try {
            Optional<KeptSpeech.Phrase> phrase = kept.phrase(key, words.company.language());
            Optional<float[]> known = phrase.flatMap(KeptSpeech.Phrase::samples);
            tally.wanted(words.areGreeting(), words.call, known.isPresent());
            if (known.isPresent()) {
                complete = rendering.heardBy(ear).test(known.get());
            } else {
                toKeep = phrase;
                complete = voice.to(rendering.heardBy(ear));
            }
        } finally {
            Optional<float[]> whole = cache.end(key, complete);
            toKeep.ifPresent(phrase -> whole.ifPresent(phrase::keep));
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

    /**
     * @return whether all of it was spoken and wanted
     * @throws Silenced.Silence if the voice says nothing of a text that holds a letter or a digit
     */
    private boolean synthesise(Loan<TextToSpeech> voice, SpeechRequest request, BooleanSupplier another, Predicate<float[]> sink) throws SpeechException {
        boolean[] wanted = {true};
        Intake intake = new Intake(request, voice.lease().model().sampleRateHz());
        Lead lead = new Lead();
        boolean ended = threads.speak(voice, request, another, (AudioClip piece) -> {
            float[] samples = lead.accept(intake.accept(piece));
            wanted[0] = samples.length == 0 ? wanted[0] : sink.test(samples);
            return wanted[0];
        });
        boolean whole = ended && wanted[0];
        if (whole && !lead.hasSounded() && request.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
            throw new Silenced.Silence("nothing was heard of %d characters".formatted(request.text().length()));
        }
        return whole;
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
