package switchboard.vad.silero;

import org.junit.jupiter.api.Tag;
import switchboard.api.vad.VoiceActivityDetector;
import switchboard.testkit.TestModels;
import switchboard.testkit.contract.VoiceActivityContract;

/** Silero keeps what every detector of voice activity does. */
@Tag("models")
class SileroContractTest extends VoiceActivityContract {

    @Override
    protected VoiceActivityDetector open() throws Exception {
        return SileroVad.open(SileroModel.graph(new TestModels()));
    }
}
