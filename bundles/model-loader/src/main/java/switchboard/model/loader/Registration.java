package switchboard.model.loader;

/** A published service; withdrawing it makes consumers rebind before it returns. */
@FunctionalInterface
interface Registration {

    void withdraw();

    /** What is about to be published. */
    record Of<S>(S model) {}
}
