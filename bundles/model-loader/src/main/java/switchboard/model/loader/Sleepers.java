package switchboard.model.loader;

import java.util.Dictionary;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Filter;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;

/** Models that wait until somebody asks for them by name. Thread-safe; loads begin outside of every monitor. */
final class Sleepers {

    /** No model has this name. */
    private static final String NOBODY = "?";

    private final List<Sleeper> asleep = new CopyOnWriteArrayList<>();

    /** @param load begins the load and returns at once */
    LoadedModel add(ModelDescription<?> description, Supplier<LoadedModel> load) {
        Sleeper sleeper = new Sleeper(description, load);
        asleep.add(sleeper);
        return () -> {
            asleep.remove(sleeper);
            sleeper.close();
        };
    }

    /** Somebody looks for a model. */
    void hear(Class<?> kind, Filter wanted) {
        for (Sleeper sleeper : asleep) {
            if (isAskedFor(sleeper.description, kind, wanted) && asleep.remove(sleeper)) {
                sleeper.wake();
            }
        }
    }

    /** A filter that another model would fit as well, such as "any but this one", is not a reason to fetch a gigabyte. */
    private static boolean isAskedFor(ModelDescription<?> description, Class<?> kind, Filter wanted) {
        if (description.kind() != kind || !wanted.match(ModelHome.properties(description))) {
            return false;
        }
        Dictionary<String, Object> another = ModelHome.properties(description);
        another.put("model", NOBODY);
        return !wanted.match(another);
    }

    /** One model that sleeps, and then its life. */
    private static final class Sleeper {

        private final ModelDescription<?> description;
        private final Supplier<LoadedModel> load;
        private @Nullable LoadedModel awake;
        private boolean closed;

        Sleeper(ModelDescription<?> description, Supplier<LoadedModel> load) {
            this.description = description;
            this.load = load;
        }

        void wake() {
            LoadedModel model = load.get();
            synchronized (this) {
                if (!closed) {
                    awake = model;
                    return;
                }
            }
            close(model);
        }

        void close() {
            LoadedModel model;
            synchronized (this) {
                closed = true;
                model = awake;
            }
            if (model != null) {
                close(model);
            }
        }

        private static void close(LoadedModel model) {
            model.close();
        }
    }
}
