package example.llm;

import switchboard.api.llm.LanguageModel;
import switchboard.testkit.contract.LanguageModelContract;

/** What Switchboard asks of every language model. */
class PassageReaderTest extends LanguageModelContract {

    @Override
    protected LanguageModel open() {
        return new PassageReader();
    }
}
