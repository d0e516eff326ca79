package switchboard.api.model;

import java.lang.ref.WeakReference;

/** This very model, and no other of its name and version. Does not keep the model in memory. Immutable. */
public final class ModelIdentity {

    private final WeakReference<Object> model;
    private final int hash;

    public ModelIdentity(Object model) {
        this.model = new WeakReference<>(model);
        this.hash = System.identityHashCode(model);
    }

    /** Whether both are of one model; one that is gone is like no other. */
    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        Object own = model.get();
        return own != null && other instanceof ModelIdentity that && that.model.refersTo(own);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
