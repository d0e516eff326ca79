package switchboard.llm.receptionist.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is remembered of a dialogue beside its details. Confined to one answer. */
final class Notes {

    private String said = "";
    private boolean trouble;
    private boolean phoneAsked;
    private boolean kindAsked;
    private List<LocalDate> week = List.of();

    /** All that was said in it. */
    String said() {
        return said;
    }

    void said(String words) {
        said += " " + words;
    }

    /** Whether it was told that something is wrong. */
    boolean trouble() {
        return trouble;
    }

    void heard(Heard turn) {
        trouble |= turn.tellsTrouble();
    }

    boolean phoneAsked() {
        return phoneAsked;
    }

    boolean kindAsked() {
        return kindAsked;
    }

    /** The days of the week that was named; empty if none was. */
    List<LocalDate> week() {
        return week;
    }

    void week(Optional<List<LocalDate>> named) {
        week = named.orElse(week);
    }

    /**
     * Notes what was asked for; of a number or a kind that is not told then nobody asks again.
     *
     * @param withheld whether no number will be told
     * @return whether that settles what was open
     */
    boolean settles(Optional<Slot> asked, boolean withheld) {
        boolean phone = asked.equals(Optional.of(Slot.PHONE));
        boolean kind = asked.equals(Optional.of(Slot.KIND));
        boolean settled = phone && !phoneAsked || kind && !kindAsked;
        phoneAsked |= phone || withheld;
        kindAsked |= kind;
        return settled;
    }

    /** The number is to be told anew. */
    void askForThePhone() {
        phoneAsked = false;
    }

    /** Another wish, of the same caller. */
    void turnTo() {
        said = "";
    }

    /** It begins anew. */
    void restart() {
        said = "";
        phoneAsked = false;
        kindAsked = false;
    }

    /** Nothing is wished any more. */
    void end() {
        said = "";
        trouble = false;
        week = List.of();
    }
}
