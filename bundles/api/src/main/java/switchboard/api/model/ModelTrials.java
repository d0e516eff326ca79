package switchboard.api.model;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/**
 * Models on trial: loaded and warm beside those that serve, but used by nobody except who tries them.
 *
 * <p><b>Service.</b> Always there while {@link ModelLoader} is.
 * <p><b>Threading.</b> Thread-safe, {@link Trial} too. Only {@link Trial#approve} runs foreign code: the listeners of the
 * services that it publishes.
 */
@ProviderType
public interface ModelTrials {

    /**
     * Puts a bundle on trial, before it starts. Until it is approved its models are not published, not leased, and not in
     * {@link Models#status()}. The verdict stays with the bundle, through stop and start, until it is uninstalled.
     *
     * @throws IllegalStateException if the bundle is or was on trial, or has a model already
     */
    Trial onTrial(Bundle bundle);

    /** The trial of one bundle. */
    @ProviderType
    interface Trial {

        /** The models that the bundle has begun to load, in that order, and how each stands. */
        List<ModelStatus> status();

        /**
         * Takes the bundle's warm models to try them. A model that is stopped meanwhile is not freed before its candidate
         * is closed (ten seconds at most).
         *
         * @return possibly empty; the caller closes each
         */
        List<Candidate<?>> candidates();

        /**
         * Publishes the models, which from now on are leased like any other; one that is still loading follows when it is
         * warm. Approving again has no effect.
         *
         * @throws IllegalStateException if the trial was rejected
         */
        void approve();

        /**
         * Gives the models up: they are never used. The caller stops the bundle. Rejecting again has no effect.
         *
         * @throws IllegalStateException if the trial was approved
         */
        void reject();
    }

    /**
     * A warm model to be tried.
     *
     * @param description what it claims to be
     * @param lease       the right to use it
     */
    record Candidate<S>(ModelDescription<S> description, Lease<S> lease) implements AutoCloseable {

        /** Gives the model back. Closing twice has no effect. */
        @Override
        public void close() {
            lease.close();
        }
    }
}
