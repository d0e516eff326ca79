package switchboard.llm.receptionist.booking;

import java.util.Optional;

/** Whether more people want to come than can be booked, as far as the call was heard. Confined to one answer. */
final class TooMany {

    private boolean open;
    private Optional<Slots> declined = Optional.empty();

    /** Whether so many were refused, and no other number was said since. */
    boolean isOpen() {
        return open;
    }

    /** What is known when the assistant's words were heard: so many will not come. */
    Slots heard(String before, Slots known) {
        boolean refused = Outcome.isTooMany(before);
        open = refused || open && known.party() == 0;
        return refused ? known.withParty(0) : known;
    }

    /** Another number, or another matter. */
    void close() {
        open = false;
        declined = Optional.empty();
    }

    /** It is wished no more. If only nobody is to call back instead, what was known is kept for "okay, then eight". */
    void end(Ending how, Slots known) {
        declined = Optional.of(known).filter(any -> open && how == Ending.DECLINED);
        open = false;
    }

    /** What was known, if the words now tell another number. */
    Optional<Slots> resumed(String words) {
        boolean told = declined.isPresent() && (Speech.bareNumber(words).isPresent() || PartyWords.answer(Speech.plain(words), 0).party() > 0);
        open |= told;
        return declined.filter(any -> told);
    }
}
