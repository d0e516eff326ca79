package switchboard.llm.receptionist.booking;

import java.util.Optional;

/**
 * What a turn asks to be looked up before all is known that a booking needs.
 *
 * @param wished whether it told or changed what is to be free
 * @param times  whether it asks which times there are
 * @param first  whether it takes the first of them, or only asks about something else after that was offered
 * @param near   whether it asks for a time that is somewhat earlier or later, and does not name it
 */
record Lookup(boolean wished, boolean times, boolean first, boolean near) {

    static final Lookup NONE = new Lookup(false, false, false, false);

    /**
     * That of a turn.
     *
     * @param open    whether day or time are not known yet
     * @param offered whether the first time was offered, and the turn is about something else
     * @param part    whether only a part of the day was told where a time is needed
     */
    static Lookup of(String words, boolean wished, boolean open, boolean offered, boolean part, boolean near) {
        boolean soonest = offered || Cue.SOONEST.isInASentenceOf(words);
        return new Lookup(wished, open && (soonest || part || Cue.WHICH_TIMES.isInASentenceOf(words)), soonest, near);
    }

    /** "In the morning", when asked at what time, or "on Friday, preferably in the morning". */
    static boolean isForPart(String before, String words, When known, When told) {
        boolean asked = Slot.askedIn(before).equals(Optional.of(Slot.TIME));
        boolean prefers = told.day().isPresent() && (Cue.PREFERS_PART.isIn(Speech.plain(words)) || told.after().isPresent());
        boolean another = !known.part().equals(told.part()) || !known.after().equals(told.after());
        return (asked || prefers) && another && told.times().isEmpty();
    }

    /** Whether the first time that there is will do. */
    boolean takesTheFirst() {
        return times && first;
    }
}
