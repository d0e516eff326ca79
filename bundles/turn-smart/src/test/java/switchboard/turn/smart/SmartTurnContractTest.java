package switchboard.turn.smart;

import org.junit.jupiter.api.Tag;
import switchboard.api.turn.TurnDetector;
import switchboard.testkit.TestModels;
import switchboard.testkit.contract.TurnDetectorContract;

/** Smart Turn keeps what every turn detector does. */
@Tag("models")
class SmartTurnContractTest extends TurnDetectorContract {

    @Override
    protected TurnDetector open() throws Exception {
        return SmartTurn.open(SmartTurnModel.graph(new TestModels()));
    }
}
