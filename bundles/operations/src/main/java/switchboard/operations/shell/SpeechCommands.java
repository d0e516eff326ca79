package switchboard.operations.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.audio.Wav;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.model.Lease;
import switchboard.api.model.Models;
import switchboard.api.stt.SpeechToText;
import switchboard.api.stt.TranscriptionException;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/** The shell's {@code voice:say} and {@code voice:hear}, with the models of a company. Thread-safe; blocks. */
@Component(service = SpeechCommands.class,
        property = {"osgi.command.scope=voice", "osgi.command.function=say", "osgi.command.function=hear"})
public final class SpeechCommands {

    /** Speech that is cut at its last sample loses its last sound. */
    private static final Duration SILENCE_AFTER = Duration.ofMillis(100);

    private final Companies companies;
    private final Models models;

    @Activate
    public SpeechCommands(@Reference Companies companies, @Reference Models models) {
        this.companies = companies;
        this.models = models;
    }

    /**
     * Speaks a text into a file, in a company's voice.
     *
     * @param line {@code --company id --out file.wav [--json] text}
     */
    public String say(String... line) throws IOException, SpeechException {
        Arguments arguments = Arguments.read(Set.of("--company", "--out"), line);
        String text = arguments.text("the text");
        Path file = Path.of(arguments.required("--out")).toAbsolutePath();
        Company company = Chosen.company(companies, arguments);
        try (Lease<TextToSpeech> lease = Chosen.model(models, TextToSpeech.class, company, company.models().textToSpeech())) {
            Stopwatch stopwatch = new Stopwatch();
            AudioClip spoken = speak(lease.model(), company, text);
            long ms = stopwatch.elapsedMs();
            try (OutputStream out = Files.newOutputStream(file)) {
                Wav.write(spoken, out);
            }
            Said said = new Said(file.toString(), spoken.sampleRateHz(), spoken.duration().toMillis(), ms, lease.owner());
            return arguments.answer(said, said.text());
        }
    }

    /**
     * Prints what a recogniser understands.
     *
     * @param line {@code --company id [--json] file.wav}
     */
    public String hear(String... line) throws IOException, TranscriptionException {
        Arguments arguments = Arguments.read(Set.of("--company"), line);
        AudioClip speech = Utterance.read(Path.of(arguments.text("the WAV file")).toAbsolutePath());
        Company company = Chosen.company(companies, arguments);
        try (Lease<SpeechToText> lease = Chosen.model(models, SpeechToText.class, company, Chosen.recogniser(company))) {
            Stopwatch stopwatch = new Stopwatch();
            AudioClip whole = speech.followedBySilence(SILENCE_AFTER);
            String text = lease.model().transcribe(Resampler.resample(whole, lease.model().sampleRateHz()), company.language());
            Heard heard = new Heard(text, speech.duration().toMillis(), stopwatch.elapsedMs(), lease.owner());
            return arguments.answer(heard, heard.text.isEmpty() ? "(no words)" : heard.text);
        }
    }

    /** As in a call: a voice that is missing is replaced by another. */
    private static AudioClip speak(TextToSpeech voice, Company company, String text) throws SpeechException {
        List<AudioClip> pieces = new ArrayList<>();
        String name = voice.voices().contains(company.voice().name()) ? company.voice().name() : voice.voices().stream().sorted().findFirst().orElseThrow();
        for (String sentence : sentences(text, company.language())) {
            voice.speak(new SpeechRequest(sentence, name, company.voice().speed()), pieces::add);
        }
        return AudioClip.joined(voice.sampleRateHz(), pieces);
    }

    /** Voices speak one sentence at a time. */
    private static List<String> sentences(String text, String language) {
        BreakIterator borders = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        borders.setText(text);
        List<String> sentences = new ArrayList<>();
        int start = borders.first();
        for (int end = borders.next(); end != BreakIterator.DONE; start = end, end = borders.next()) {
            sentences.add(text.substring(start, end).strip());
        }
        return sentences;
    }

    /** The names are the answer's. */
    private record Said(String file, int sampleRateHz, long audioMs, long ms, String owner) {

        String text() {
            return String.format(Locale.ROOT, "%s: %.1f s of speech in %.1f s by %s", file, audioMs / 1e3, ms / 1e3, owner);
        }
    }

    private record Heard(String text, long audioMs, long ms, String owner) {}
}
