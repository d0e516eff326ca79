package switchboard.stt.whisper;

import org.junit.jupiter.api.Tag;
import switchboard.api.stt.SpeechToText;
import switchboard.testkit.TestModels;
import switchboard.testkit.contract.SpeechToTextContract;

/** Whisper keeps what every recogniser does. */
@Tag("models")
class WhisperContractTest extends SpeechToTextContract {

    @Override
    protected SpeechToText open() throws Exception {
        return Whisper.open(TestModels.path("whisper-base", "ggml-base-q8_0.bin"));
    }
}
