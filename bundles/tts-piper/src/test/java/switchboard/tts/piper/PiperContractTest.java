package switchboard.tts.piper;

import org.junit.jupiter.api.Tag;
import switchboard.api.tts.TextToSpeech;
import switchboard.testkit.TestModels;
import switchboard.testkit.contract.TextToSpeechContract;

/** Piper keeps what every voice does; its text is its phonemes. */
@Tag("models")
class PiperContractTest extends TextToSpeechContract {

    @Override
    protected TextToSpeech open() throws Exception {
        return Piper.open(new TestModels(), text -> text);
    }

    @Override
    protected String sentence() {
        return "ðə tˈAbᵊl bI ðə wˈɪndO ɪz fɹˈi ˌɔn sˈʌndA ˈivnɪŋ, ænd ɪt ɪz jˈʊɹz.";
    }
}
