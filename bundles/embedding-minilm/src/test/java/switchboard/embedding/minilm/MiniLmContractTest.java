package switchboard.embedding.minilm;

import org.junit.jupiter.api.Tag;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.testkit.contract.TextEmbedderContract;

/** MiniLM keeps what every embedder does. */
@Tag("models")
class MiniLmContractTest extends TextEmbedderContract {

    @Override
    protected TextEmbedder open() throws Exception {
        return MiniLmTest.load();
    }
}
