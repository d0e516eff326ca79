package switchboard.testkit;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelLoader;

/** Loads a model at once and hands it over instead of registering it: real models without a framework. */
public final class LoadNow implements ModelLoader {

    private @Nullable Object model;

    private LoadNow() {
    }

    /**
     * The model that a component loads.
     *
     * @param component makes the component with this loader
     */
    public static <S> S model(Class<S> kind, Consumer<ModelLoader> component) {
        LoadNow loader = new LoadNow();
        component.accept(loader);
        return kind.cast(loader.model);
    }

    @Override
    public <S> LoadedModel load(BundleContext owner, ModelDescription<S> description, Callable<? extends S> load) {
        try {
            model = load.call();
        } catch (Exception e) {
            throw new IllegalStateException(description.label() + " did not load", e);
        }
        return () -> { };
    }
}
