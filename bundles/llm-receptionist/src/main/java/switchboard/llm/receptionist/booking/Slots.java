package switchboard.llm.receptionist.booking;

import java.util.Optional;

/**
 * What is known of a booking so far.
 *
 * @param party    how many people; 0 if not known
 * @param when     for which time; of a booking that is moved, the new one
 * @param from     of a booking that is moved, the old time, as far as it was said
 * @param staff    whom the caller asked for, as the company writes the name
 */
record Slots(int party, When when, When from, Optional<String> kind, Optional<String> name, Optional<String> phone, Optional<String> staff) {

    static final Slots EMPTY = new Slots(0, When.UNKNOWN, When.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    Slots withParty(int people) {
        return new Slots(people, when, from, kind, name, phone, staff);
    }

    Slots withWhen(When time) {
        return new Slots(party, time, from, kind, name, phone, staff);
    }

    Slots withFrom(When time) {
        return new Slots(party, when, time, kind, name, phone, staff);
    }

    Slots withKind(String what) {
        return new Slots(party, when, from, Optional.of(what), name, phone, staff);
    }

    Slots withName(String caller) {
        return new Slots(party, when, from, kind, Optional.of(caller), phone, staff);
    }

    Slots withPhone(String number) {
        return new Slots(party, when, from, kind, name, Optional.of(number), staff);
    }

    Slots withStaff(Optional<String> person) {
        return new Slots(party, when, from, kind, name, phone, person);
    }

    /** Whether the same would have to be free. */
    boolean isForTheSame(Slots others) {
        return when.equals(others.when) && party == others.party && kind.equals(others.kind) && staff.equals(others.staff);
    }

    /** As if one thing had not been said. */
    Slots without(Slot slot) {
        return switch (slot) {
            case PARTY -> withParty(0);
            case DAY -> withWhen(new When(Optional.empty(), when.times(), when.part()));
            case TIME -> withWhen(when.dayOnly());
            case NAME -> new Slots(party, when, from, kind, Optional.empty(), phone, staff);
            case PHONE -> new Slots(party, when, from, kind, name, Optional.empty(), staff);
            case KIND -> new Slots(party, when, from, Optional.empty(), name, phone, staff);
        };
    }

    /** Who called: what stays when one booking is done and the next begins. */
    Slots caller() {
        return new Slots(0, When.UNKNOWN, When.UNKNOWN, Optional.empty(), name, phone, Optional.empty());
    }
}
