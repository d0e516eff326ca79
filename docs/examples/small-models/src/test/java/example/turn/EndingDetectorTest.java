package example.turn;

import switchboard.api.turn.TurnDetector;
import switchboard.testkit.contract.TurnDetectorContract;

/** What Switchboard asks of every turn detector. */
class EndingDetectorTest extends TurnDetectorContract {

    @Override
    protected TurnDetector open() {
        return new EndingDetector();
    }
}
