package switchboard.api.model;

import java.util.concurrent.Callable;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.BundleContext;

/**
 * Loads models eagerly, in parallel, and publishes each when it is warm.
 *
 * <p>A model's component hands its load over in its constructor and returns at once, because SCR activates one component
 * after the other and gives up waiting after a while.
 */
@ProviderType
public interface ModelLoader {

    /**
     * Loads a model on a thread of the loader, then registers it as a service with the owner's bundle context.
     *
     * @param owner       the bundle the model belongs to
     * @param description what it is; becomes service properties
     * @param load        creates the model and proves it with a warm-up inference whose result it checks; throws if the
     *                    model is no good. If the model is {@link AutoCloseable} it is closed when it has retired.
     * @return the model's life; the component closes it when it is deactivated
     */
    <S> LoadedModel load(BundleContext owner, ModelDescription<S> description, Callable<? extends S> load);

    /**
     * As {@link #load}, but begins only when a filter given to {@link Models#lease} asks for this model by its name, as in
     * {@code (model=llama)}: one that fits it and would not fit a model of another name. Until then the model is not in
     * {@link Models#status()}.
     */
    default <S> LoadedModel loadOnDemand(BundleContext owner, ModelDescription<S> description, Callable<? extends S> load) {
        return load(owner, description, load);
    }
}
