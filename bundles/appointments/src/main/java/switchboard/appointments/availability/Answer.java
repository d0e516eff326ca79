package switchboard.appointments.availability;

import java.time.ZonedDateTime;
import java.util.List;
import switchboard.api.company.BookingRules.Resource;

/** Whether a wish can be fulfilled. */
public sealed interface Answer {

    /** It can, with the smallest resource that fits. */
    record Free(Resource resource) implements Answer {}

    /**
     * It cannot.
     *
     * @param alternatives beginnings that could be booked, at most three, in order; on the day of the wish if there are any
     */
    record NotFree(Reason reason, List<ZonedDateTime> alternatives) implements Answer {

        public NotFree {
            alternatives = List.copyOf(alternatives);
        }
    }
}
