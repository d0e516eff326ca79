package switchboard.api.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The models that may do one piece of work, the best first: those that the company chose, then all others that fit it. Each is
 * lent once. For one piece of work; used by one thread at a time.
 */
public final class Succession<S> {

    private final Models models;
    private final Class<S> kind;
    private final String callId;
    private final List<String> filters;
    private final Set<String> lent = new HashSet<>();

    /**
     * @param callId  empty if it is not for a call
     * @param filters LDAP filters on the properties of models, those of the best first
     */
    public Succession(Models models, Class<S> kind, String callId, List<String> filters) {
        this.models = models;
        this.kind = kind;
        this.callId = callId;
        this.filters = List.copyOf(filters);
    }

    /** Leases the next, if one is left that is warm; the caller closes it. */
    public Optional<Lease<S>> next() {
        return next(owner -> false);
    }

    /** Leases the next, and one of those that are to be avoided only if there is no other. */
    public Optional<Lease<S>> next(Predicate<String> avoided) {
        Optional<Lease<S>> next = unavoided(new HashSet<>(lent), avoided);
        Optional<Lease<S>> found = next.isPresent() ? next : best(lent);
        found.ifPresent(lease -> lent.add(lease.owner()));
        return found;
    }

    /** Whether one is left now. */
    public boolean hasNext() {
        return hasNext(owner -> false);
    }

    /** Whether one is left now that is not to be avoided. */
    public boolean hasNext(Predicate<String> avoided) {
        Optional<Lease<S>> next = unavoided(new HashSet<>(lent), avoided);
        next.ifPresent(Lease::close);
        return next.isPresent();
    }

    private Optional<Lease<S>> unavoided(Set<String> passedOver, Predicate<String> avoided) {
        Optional<Lease<S>> next = best(passedOver);
        while (next.isPresent() && avoided.test(next.get().owner())) {
            next.get().close();
            passedOver.add(next.get().owner());
            next = best(passedOver);
        }
        return next;
    }

    private Optional<Lease<S>> best(Set<String> except) {
        return filters.stream().map(filter -> models.leaseAnother(kind, filter, callId, except)).flatMap(Optional::stream).findFirst();
    }
}
