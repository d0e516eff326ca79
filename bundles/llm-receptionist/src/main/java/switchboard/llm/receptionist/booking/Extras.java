package switchboard.llm.receptionist.booking;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What callers ask for beside the details of a booking: people by name, and what staff should know. Confined to one answer. */
final class Extras {

    private final Offered offered;
    private final SpecialRequests requests;
    private final List<StaffMember> staff;
    private final Set<String> told = new LinkedHashSet<>();
    private boolean noted;

    Extras(Offered offered, SpecialRequests requests) {
        this.offered = offered;
        this.requests = requests;
        staff = StaffMember.of(offered.staff());
    }

    /** Whom a turn asks for. */
    StaffWords staff(String before, Heard turn) {
        Optional<Slot> asked = Slot.askedIn(before);
        return StaffWords.in(turn.content(asked), asked, staff);
    }

    /**
     * Notes what a turn asks for.
     *
     * @param open    whether there is a booking to note it with
     * @param nothing whether the turn tells nothing else
     */
    void hear(Heard turn, boolean open, boolean nothing) {
        List<String> asked = open && offered.takes(Intent.BOOK, "note") ? requests.of(turn, staff, nothing) : List.of();
        noted = asked.stream().filter(told::add).count() > 0;
    }

    /** Whether the last turn told what staff should know. */
    boolean noted() {
        return noted;
    }

    /** What staff should know, as the caller said it, on one line; empty if that is nothing. */
    String note() {
        return String.join("; ", told);
    }

    void clear() {
        told.clear();
    }
}
