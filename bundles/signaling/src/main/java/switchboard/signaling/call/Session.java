package switchboard.signaling.call;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * What {@code /start} promised: one call to one company.
 *
 * @param id      not to be guessed; who knows it may call
 * @param company its id
 * @param bornNs  on the clock of the book
 */
public record Session(String id, String company, long bornNs) {

    /** Sessions. Those that are not used in time, or whose call has ended, are void; the oldest are forgotten first. Thread-safe. */
    static final class Book {

        private static final Duration TO_BE_USED_WITHIN = Duration.ofMinutes(2);
        private static final int MOST = 4096;

        private final LongSupplier clockNs;
        private final Map<String, Session> sessions = new LinkedHashMap<>();
        private final Set<String> used = new HashSet<>();

        /** @param clockNs as {@link System#nanoTime()} */
        Book(LongSupplier clockNs) {
            this.clockNs = clockNs;
        }

        synchronized Session open(String company) {
            Session session = new Session(UUID.randomUUID().toString(), company, clockNs.getAsLong());
            sessions.put(session.id(), session);
            if (sessions.size() > MOST) {
                String oldest = sessions.keySet().iterator().next();
                sessions.remove(oldest);
                used.remove(oldest);
            }
            return session;
        }

        /** A session opens one call: from now on it is valid only as long as that. */
        synchronized void use(String id) {
            if (sessions.containsKey(id)) {
                used.add(id);
            }
        }

        /** @param inUse whether its call is open: then it stays valid, for a client that lost its line */
        synchronized Optional<Session> find(String id, boolean inUse) {
            return Optional.ofNullable(sessions.get(id))
                    .filter(session -> inUse || !used.contains(id) && clockNs.getAsLong() - session.bornNs < TO_BE_USED_WITHIN.toNanos());
        }
    }
}
