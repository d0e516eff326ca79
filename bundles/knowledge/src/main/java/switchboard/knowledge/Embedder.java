package switchboard.knowledge;

import switchboard.api.knowledge.TextEmbedder;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelIdentity;

/**
 * Whose vectors they are: those of two embedders do not compare, nor do those of one before and after it was updated in place.
 *
 * @param owner      as {@link Lease#owner}
 * @param dimensions length of the vectors
 */
record Embedder(String owner, ModelIdentity model, int dimensions) {

    static Embedder of(Lease<TextEmbedder> lease) {
        return new Embedder(lease.owner(), new ModelIdentity(lease.model()), lease.model().dimensions());
    }

    /** Whether the lease is on its model. */
    boolean isLent(Lease<TextEmbedder> lease) {
        return lease.owner().equals(owner) && new ModelIdentity(lease.model()).equals(model);
    }
}
