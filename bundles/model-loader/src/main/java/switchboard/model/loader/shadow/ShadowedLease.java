package switchboard.model.loader.shadow;

import switchboard.api.model.Lease;

/**
 * A lease of the serving model, whose model a shadow listens to.
 *
 * @param serving the lease itself
 * @param model   the serving model, overheard
 */
record ShadowedLease<S>(Lease<S> serving, S model) implements Lease<S> {

    @Override
    public String owner() {
        return serving.owner();
    }

    @Override
    public void failed(Throwable cause) {
        serving.failed(cause);
    }

    @Override
    public void onlyLooked() {
        serving.onlyLooked();
    }

    @Override
    public void close() {
        serving.close();
    }
}
