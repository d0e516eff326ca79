package switchboard.stt.moonshine;

import org.junit.jupiter.api.Tag;
import switchboard.api.stt.SpeechToText;
import switchboard.testkit.TestModels;
import switchboard.testkit.contract.SpeechToTextContract;

/** Moonshine keeps what every recogniser does. */
@Tag("models")
class MoonshineContractTest extends SpeechToTextContract {

    @Override
    protected SpeechToText open() throws Exception {
        return Moonshine.open(new TestModels());
    }
}
