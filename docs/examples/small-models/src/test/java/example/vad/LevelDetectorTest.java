package example.vad;

import switchboard.api.vad.VoiceActivityDetector;
import switchboard.testkit.contract.VoiceActivityContract;

/** What Switchboard asks of every detector of voice activity. */
class LevelDetectorTest extends VoiceActivityContract {

    @Override
    protected VoiceActivityDetector open() {
        return new LevelDetector();
    }
}
