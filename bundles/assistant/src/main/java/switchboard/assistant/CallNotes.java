package switchboard.assistant;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is kept for each call: what waits for a yes, and what was done. Bounded and thread-safe. */
final class CallNotes {

    /** More calls than a server holds at once; the oldest are those that nobody said goodbye to. */
    private static final int CALLS = 1000;
    /** What was done longer ago has left the conversation too. */
    private static final int DEEDS = 8;

    /** @param untold whether the caller may not know what came of the last deed */
    private record Note(Optional<Proposal> proposal, List<Deed> deeds, boolean untold) {

        static final Note EMPTY = new Note(Optional.empty(), List.of(), false);
    }

    private final Map<String, Note> notes = new LinkedHashMap<>();

    synchronized Optional<Proposal> proposal(String callId) {
        return note(callId).proposal();
    }

    /** Takes the proposal away: one yes can never count twice. */
    synchronized Optional<Proposal> takeProposal(String callId) {
        Note note = note(callId);
        put(callId, new Note(Optional.empty(), note.deeds(), note.untold()));
        return note.proposal();
    }

    synchronized void propose(String callId, Proposal proposal) {
        Note note = note(callId);
        put(callId, new Note(Optional.of(proposal), note.deeds(), note.untold()));
    }

    /** Oldest first. */
    synchronized List<Deed> deeds(String callId) {
        return note(callId).deeds();
    }

    /** The last deed, if the caller may not know what came of it. */
    synchronized Optional<Deed> untold(String callId) {
        Note note = note(callId);
        return note.untold() ? Optional.of(note.deeds().get(note.deeds().size() - 1)) : Optional.empty();
    }

    synchronized void did(String callId, Deed deed) {
        Note note = note(callId);
        List<Deed> deeds = new ArrayList<>(note.deeds());
        deeds.add(deed);
        put(callId, new Note(note.proposal(), List.copyOf(deeds.subList(Math.max(0, deeds.size() - DEEDS), deeds.size())), true));
    }

    /** The caller knows what came of the last deed. */
    synchronized void told(String callId) {
        Note note = note(callId);
        put(callId, new Note(note.proposal(), note.deeds(), false));
    }

    synchronized void forget(String callId) {
        notes.remove(callId);
    }

    synchronized int size() {
        return notes.size();
    }

    private Note note(String callId) {
        return notes.getOrDefault(callId, Note.EMPTY);
    }

    private void put(String callId, Note note) {
        notes.remove(callId);
        if (!note.equals(Note.EMPTY)) {
            notes.put(callId, note);
        }
        if (notes.size() > CALLS) {
            Iterator<String> oldest = notes.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
