package example.sphinx;

import java.time.Duration;
import java.util.List;
import switchboard.api.stt.SpeechToText;
import switchboard.testkit.contract.SpeechToTextContract;

/** What Switchboard asks of every recogniser, whatever program hears; here one that hears well and needs not be installed. */
class SphinxContractTest extends SpeechToTextContract {

    private static final List<String> HEARS_WELL =
            List.of("sh", "-c", "cat > /dev/null; echo 'Could you please tell me what time the meeting starts tomorrow?'");

    @Override
    protected SpeechToText open() {
        return new SphinxRecogniser(HEARS_WELL, Duration.ofSeconds(20));
    }
}
