package switchboard.signaling.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What {@code /start} promised: a call to one company.
 *
 * @param id      not to be guessed
 * @param company its id
 */
public record Session(String id, String company) {

    static Session of(String company) {
        return new Session(UUID.randomUUID().toString(), company);
    }

    /** Sessions, the oldest forgotten first. Thread-safe. */
    static final class Book {

        private static final int MOST = 4096;

        private final Map<String, Session> sessions = new LinkedHashMap<>();

        synchronized Session open(String company) {
            Session session = Session.of(company);
            sessions.put(session.id(), session);
            if (sessions.size() > MOST) {
                sessions.remove(sessions.keySet().iterator().next());
            }
            return session;
        }

        synchronized Optional<Session> find(String id) {
            return Optional.ofNullable(sessions.get(id));
        }
    }
}
