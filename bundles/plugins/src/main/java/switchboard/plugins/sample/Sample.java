package switchboard.plugins.sample;

import switchboard.api.model.ModelDescription;

/** What a model of one kind must be able to do. Thread-safe. */
interface Sample<S> {

    /**
     * Tries the model. Blocks.
     *
     * @return what was found, for the log
     * @throws Unfit     if the model cannot do it
     * @throws Exception whatever the model throws
     */
    String check(S model, ModelDescription<S> description) throws Exception;
}
