package switchboard.turn.words;

import switchboard.api.turn.TurnDetector;
import switchboard.testkit.contract.TurnDetectorContract;

/** The detector by words keeps what every turn detector does. */
class WordsContractTest extends TurnDetectorContract {

    @Override
    protected TurnDetector open() {
        return WordsTurnDetector.proven();
    }
}
