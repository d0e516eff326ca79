package switchboard.api.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/** The models that are warm now, to be leased, and the state of all. Thread-safe. */
@ProviderType
public interface Models {

    /**
     * Leases the best warm model that fits: what {@link ModelRouting} prefers, then the highest ranking, then the newest version
     * of the model, then the newest version of its bundle, then the one that came last. One that {@linkplain Lease#failed
     * fails} often comes after all others. A call leases for one utterance and keeps nothing.
     *
     * @param kind   the contract
     * @param filter LDAP filter on the service properties; empty admits every model
     * @return empty if no such model is warm
     * @throws IllegalArgumentException if the filter is malformed
     */
    <S> Optional<Lease<S>> lease(Class<S> kind, String filter);

    /**
     * As {@link #lease(Class, String)}, for a certain call: of a canary's calls this is one or not, from the call's first lease
     * to its last.
     *
     * @param callId the same for all leases of the call
     */
    default <S> Optional<Lease<S>> lease(Class<S> kind, String filter, String callId) {
        return lease(kind, filter);
    }

    /**
     * As {@link #lease(Class, String, String)}, but of none of certain owners: for work that one model has left undone.
     *
     * @param except who is not asked again, as {@link Lease#owner}
     * @return empty if no other such model is warm
     */
    default <S> Optional<Lease<S>> leaseAnother(Class<S> kind, String filter, String callId, Set<String> except) {
        Optional<Lease<S>> best = lease(kind, filter, callId);
        if (best.isPresent() && except.contains(best.get().owner())) {
            best.get().close();
            return Optional.empty();
        }
        return best;
    }

    /**
     * Has a short piece of work done by the best warm model that fits, which is leased for just that long, and is told if it
     * throws. For models that others build upon: whoever keeps one would have to be made anew when it is exchanged.
     *
     * @throws IllegalStateException if none is warm
     */
    default <S, R> R use(Class<S> kind, String filter, Function<S, R> work) {
        try (Lease<S> lease = lease(kind, filter).orElseThrow(() ->
                new IllegalStateException("no %s that fits %s is warm".formatted(kind.getSimpleName(), filter.isEmpty() ? "anything" : filter)))) {
            return work(lease, work);
        }
    }

    private static <S, R> R work(Lease<S> lease, Function<S, R> work) {
        try {
            return work.apply(lease.model());
        } catch (RuntimeException | LinkageError e) {
            lease.failed(e);
            throw e;
        }
    }

    /**
     * A filter: models that know a language, whatever the region, and those that work in every language.
     *
     * @param language primary subtag of BCP 47
     */
    static String inLanguage(String language) {
        return "(|(language=" + language + ")(language=" + language + "-*)(!(language=*)))";
    }

    /** Every model that an active bundle declares, unless it is on trial; in the order of their labels. */
    List<ModelStatus> status();
}
