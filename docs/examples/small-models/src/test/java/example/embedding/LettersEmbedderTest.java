package example.embedding;

import switchboard.api.knowledge.TextEmbedder;
import switchboard.testkit.contract.TextEmbedderContract;

/** What Switchboard asks of every embedder. */
class LettersEmbedderTest extends TextEmbedderContract {

    @Override
    protected TextEmbedder open() {
        return new LettersEmbedder();
    }
}
