package switchboard.appointments.store;

import java.time.Instant;

/**
 * An appointment that stands.
 *
 * @param id       unique, a UUID
 * @param resource name of what it takes
 * @param kind     one of the company's kinds, for example "dinner"
 * @param customer whose it is, as said
 * @param phone    as said; empty if not said
 * @param party    how many people; positive
 * @param note     what staff should know
 * @param end      without the rest afterwards
 * @param revision how often it has been changed
 * @param changed  when it was booked or changed last
 */
public record Appointment(String id, String resource, String kind, String customer, String phone, int party, Note note, Instant start, Instant end,
        int revision, Instant changed) {

    /** The same at another time, in another place. */
    public Appointment moved(String toResource, int forParty, Instant toStart, Instant toEnd, Instant now) {
        return new Appointment(id, toResource, kind, customer, phone, forParty, note, toStart, toEnd, revision + 1, now);
    }

    /** The same, with what else staff should know. */
    public Appointment noting(Note more) {
        return new Appointment(id, resource, kind, customer, phone, party, note.and(more), start, end, revision, changed);
    }
}
