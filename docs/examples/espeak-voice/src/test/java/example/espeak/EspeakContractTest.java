package example.espeak;

import switchboard.api.tts.TextToSpeech;
import switchboard.testkit.contract.TextToSpeechContract;

/** What Switchboard asks of every voice. */
class EspeakContractTest extends TextToSpeechContract {

    @Override
    protected TextToSpeech open() throws Exception {
        return EspeakVoice.open();
    }
}
