package switchboard.test.browser;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.audio.Wav;
import switchboard.api.model.Models;
import switchboard.api.stt.SpeechToText;
import switchboard.api.stt.TranscriptionException;
import switchboard.api.tts.Phonemizer;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;
import switchboard.phonemes.english.EnglishPhonemesModel;
import switchboard.stt.moonshine.MoonshineModel;
import switchboard.testkit.LoadNow;
import switchboard.testkit.TestModels;
import switchboard.testkit.fake.RankedModels;
import switchboard.tts.kokoro.KokoroModel;
import switchboard.tts.kokoro.KokoroSpeaker;

/** Somebody with a browser, a voice of their own, and ears. */
public final class Caller {

    private static final String VOICE = "am_michael";
    private static final int HEARD_HZ = 16_000;
    private static final Path SCRIPTS = Server.ROOT.resolve("integration-tests/browser/src/test/js");

    private final Path folder;
    private final TextToSpeech mouth;
    private final SpeechToText ears;

    /** @param folder gets what was said and heard, and what the page looked like */
    public Caller(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        BundleContext nowhere = (BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> null);
        TestModels store = new TestModels();
        Models phonemes = new RankedModels().then("phonemes", LoadNow.model(Phonemizer.class, loader -> new EnglishPhonemesModel(nowhere, loader, store)));
        KokoroSpeaker speaker = new KokoroSpeaker(store);
        this.mouth = LoadNow.model(TextToSpeech.class, loader -> new KokoroModel(nowhere, loader, speaker, phonemes));
        this.ears = LoadNow.model(SpeechToText.class, loader -> new MoonshineModel(nowhere, loader, store));
    }

    /** The voice that asks. */
    public TextToSpeech mouth() {
        return mouth;
    }

    /** Calls, asks, hangs up. */
    public JsonObject call(URI page, int calls, List<String> questions, List<String> typed) throws IOException, InterruptedException, SpeechException {
        List<String> spoken = new ArrayList<>();
        for (String question : questions) {
            spoken.add(speak(question, "question-" + (spoken.size() + 1) + ".wav").toAbsolutePath().toString());
        }
        return play("caller.mjs", Map.of("url", page.toString(), "questions", spoken, "typed", typed, "calls", calls));
    }

    /** Calls, asks, and cuts into each answer when it has been heard for a second. */
    public JsonObject interrupt(URI page, int calls, List<String> questions, String interruption) throws IOException, InterruptedException, SpeechException {
        String cutIn = speak(interruption, "interruption.wav").toAbsolutePath().toString();
        List<List<String>> pairs = new ArrayList<>();
        for (String question : questions) {
            pairs.add(List.of(speak(question, "question-" + (pairs.size() + 1) + ".wav").toAbsolutePath().toString(), cutIn));
        }
        return play("caller.mjs", Map.of("url", page.toString(), "interruptions", pairs, "calls", calls));
    }

    /** Calls, asks, and knocks at the desk when the answer has been heard for a second. */
    public JsonObject disturb(URI page, String question, AudioClip noise) throws IOException, InterruptedException, SpeechException {
        Path knock = folder.resolve("noise.wav");
        write(noise, knock);
        List<String> disturbance = List.of(speak(question, "question-1.wav").toAbsolutePath().toString(), knock.toAbsolutePath().toString());
        return play("caller.mjs", Map.of("url", page.toString(), "disturbances", List.of(disturbance), "calls", 1));
    }

    /**
     * Plays a script of this test in a browser.
     *
     * @param with what the script wants to know; it also gets the folder
     * @return its report, which is kept as report.json in the folder
     */
    JsonObject play(String script, Map<String, Object> with) throws IOException, InterruptedException {
        Map<String, Object> input = new HashMap<>(with);
        input.put("folder", folder.toAbsolutePath().toString());
        Process process = new ProcessBuilder("node", SCRIPTS.resolve(script).toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(new Gson().toJson(input).getBytes(StandardCharsets.UTF_8));
        }
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(script + " failed");
        }
        Files.writeString(folder.resolve("report.json"), report);
        return JsonParser.parseString(report).getAsJsonObject();
    }

    /** Copies the pictures that a script took. */
    void keepPictures(Path into) throws IOException {
        Files.createDirectories(into);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path picture : files.filter(file -> file.toString().endsWith(".png")).toList()) {
                Files.copy(picture, into.resolve(picture.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** What was heard, in words. */
    String heard(String recording) throws IOException, TranscriptionException {
        AudioClip clip = clip(recording);
        return ears.transcribe(Resampler.resample(clip, HEARD_HZ), "en");
    }

    /** The level of what was heard, in dB of full scale. */
    double levelDb(String recording) throws IOException {
        double squares = 0;
        AudioClip clip = clip(recording);
        for (float sample : clip.samples()) {
            squares += sample * sample;
        }
        return 10 * Math.log10(squares / clip.samples().length);
    }

    private AudioClip clip(String recording) throws IOException {
        try (var in = Files.newInputStream(folder.resolve(recording))) {
            return Wav.read(in);
        }
    }

    /** The file with these words in this caller's voice. */
    Path speak(String words, String name) throws IOException, SpeechException {
        List<AudioClip> pieces = new ArrayList<>();
        mouth.speak(new SpeechRequest(words, VOICE, 1), pieces::add);
        Path file = folder.resolve(name);
        write(AudioClip.joined(mouth.sampleRateHz(), pieces), file);
        return file;
    }

    private static void write(AudioClip clip, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            Wav.write(clip, out);
        }
    }
}
