package switchboard.llm.receptionist;

import java.util.Optional;
import switchboard.api.llm.LanguageModel;
import switchboard.testkit.contract.LanguageModelContract;

/** The receptionist keeps what every language model does. */
class ReceptionistContractTest extends LanguageModelContract {

    @Override
    protected LanguageModel open() {
        return new Receptionist(language -> Optional.empty(), said -> java.util.List.of());
    }
}
