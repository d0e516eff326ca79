package switchboard.plugins.sample;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.stt.SpeechToText;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/**
 * Speaks a sentence of plausible length and level, about as fast as people listen, of which the server's own recogniser
 * understands half the words.
 */
final class SpeechSample implements Sample<TextToSpeech> {

    private static final Map<String, String> SENTENCES = Map.of(
            "en", "The table by the window is free on Sunday evening.",
            "de", "Der Tisch am Fenster ist am Sonntag noch frei.",
            "fr", "La table près de la fenêtre est libre dimanche soir.",
            "es", "La mesa junto a la ventana está libre el domingo.",
            "it", "Il tavolo vicino alla finestra è libero domenica sera.");
    private static final String FALLBACK = "en";
    private static final double LEAST_UNDERSTOOD = 0.5;
    private static final Duration SHORTEST = Duration.ofMillis(1_200);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final double QUIETEST_DBFS = -45;
    private static final double LOUDEST_DBFS = -3;
    private static final Duration PADDING = Duration.ofMillis(200);
    private static final Duration RECOGNISER_LIMIT = Duration.ofSeconds(30);

    private final Models models;
    private final Pace pace;

    SpeechSample(Models models) {
        this(models, System::nanoTime);
    }

    SpeechSample(Models models, LongSupplier nanoTime) {
        this.models = models;
        this.pace = new Pace(models, nanoTime);
    }

    @Override
    public String check(TextToSpeech model, ModelDescription<TextToSpeech> description) throws Exception {
        String language = language(description);
        String sentence = SENTENCES.getOrDefault(language, SENTENCES.get(FALLBACK));
        Recording.mustBeSampleRate(model.sampleRateHz());
        String voice = Unfit.given(model.voices(), "voices()").stream().findFirst().orElseThrow(() -> new Unfit("it has no voice", "voices() is never empty."));
        AudioClip spoken = pace.listen(model, new SpeechRequest(sentence, voice, 1), language);
        String sound = plausible(spoken);
        if (!SENTENCES.containsKey(language)) {
            return sound + "; not listened to: no golden sentence in " + language;
        }
        Optional<Lease<SpeechToText>> recogniser = recogniser(language);
        if (recogniser.isEmpty()) {
            return sound + "; not listened to: no recogniser for " + language;
        }
        try (Lease<SpeechToText> lease = recogniser.get()) {
            return sound + "; " + listen(lease.model(), spoken, sentence, language);
        }
    }

    /** The primary language of what the model speaks: a voice of any region is understood by who knows the language. */
    private static String language(ModelDescription<TextToSpeech> description) {
        List<String> languages = description.languages().stream().map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .filter(language -> !language.isEmpty()).sorted().toList();
        return languages.isEmpty() || languages.contains(FALLBACK) ? FALLBACK : languages.get(0);
    }

    private static String plausible(AudioClip spoken) throws Unfit {
        double squares = 0;
        for (float sample : spoken.samples()) {
            squares += sample * sample;
        }
        double dbfs = 10 * Math.log10(squares / Math.max(1, spoken.samples().length));
        String finding = String.format(Locale.ROOT, "%.1f s at %.0f dBFS", spoken.duration().toMillis() / 1000.0, dbfs);
        if (spoken.duration().compareTo(SHORTEST) < 0 || spoken.duration().compareTo(LONGEST) > 0) {
            throw new Unfit("a sentence of ten words took " + finding, "Check the voice and the sample rate; between 1.2 and 10 s are plausible.");
        }
        if (!(dbfs >= QUIETEST_DBFS && dbfs <= LOUDEST_DBFS)) {
            throw new Unfit("its level is implausible: " + finding, "Full scale is [-1, 1]; between -45 and -3 dBFS are plausible.");
        }
        return finding;
    }

    private static String listen(SpeechToText recogniser, AudioClip spoken, String sentence, String language) throws Exception {
        AudioClip heard = Resampler.resample(spoken, recogniser.sampleRateHz());
        AudioClip pause = AudioClip.silence(recogniser.sampleRateHz(), PADDING);
        String understood = recogniser.transcribe(AudioClip.joined(recogniser.sampleRateHz(), List.of(pause, heard, pause)), language);
        Words said = Words.of(sentence);
        int found = said.foundIn(Words.of(understood));
        String finding = "%d of %d words understood".formatted(found, said.list().size());
        if (found < LEAST_UNDERSTOOD * said.list().size()) {
            throw new Unfit("%s of \"%s\" (heard: \"%s\")".formatted(finding, sentence, understood),
                    "Listen to it with voice:say; check its phonemes, its voice, and its sample rate.");
        }
        return finding;
    }

    /** A recogniser of the server; one that is still loading is waited for, because a server may just have started. */
    private Optional<Lease<SpeechToText>> recogniser(String language) throws InterruptedException {
        long end = System.nanoTime() + RECOGNISER_LIMIT.toNanos();
        Optional<Lease<SpeechToText>> lease = models.lease(SpeechToText.class, "(language=" + language + ")");
        while (lease.isEmpty() && loading() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
            lease = models.lease(SpeechToText.class, "(language=" + language + ")");
        }
        return lease;
    }

    private boolean loading() {
        return models.status().stream().anyMatch(model -> model.kind().equals(SpeechToText.class.getSimpleName())
                && model.state() == ModelStatus.State.LOADING);
    }
}
