package switchboard.tts.kokoro;

import org.junit.jupiter.api.Tag;
import switchboard.api.tts.TextToSpeech;
import switchboard.testkit.TestModels;
import switchboard.testkit.contract.TextToSpeechContract;

/** Kokoro keeps what every voice does; its text is its phonemes. */
@Tag("models")
class KokoroContractTest extends TextToSpeechContract {

    @Override
    protected TextToSpeech open() throws Exception {
        TestModels models = new TestModels();
        return new Kokoro(Speaker.open(FastGraphs.open(models), Voices.from(models)), text -> text);
    }

    @Override
    protected String sentence() {
        return "ðə tˈAbᵊl bI ðə wˈɪndO ɪz fɹˈi ˌɔn sˈʌndA ˈivnɪŋ, ænd ɪt ɪz jˈʊɹz.";
    }
}
