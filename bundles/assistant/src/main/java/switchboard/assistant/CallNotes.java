package switchboard.assistant;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is kept for each call: what waits for a yes, and what was done last. Bounded and thread-safe. */
final class CallNotes {

    /** More calls than a server holds at once; the oldest are those that nobody said goodbye to. */
    private static final int CALLS = 1000;

    private record Note(Optional<Proposal> proposal, Optional<Deed> deed) {

        static final Note EMPTY = new Note(Optional.empty(), Optional.empty());
    }

    private final Map<String, Note> notes = new LinkedHashMap<>();

    synchronized Optional<Proposal> proposal(String callId) {
        return notes.getOrDefault(callId, Note.EMPTY).proposal();
    }

    /** Takes the proposal away: one yes can never count twice. */
    synchronized Optional<Proposal> takeProposal(String callId) {
        Note note = notes.getOrDefault(callId, Note.EMPTY);
        put(callId, new Note(Optional.empty(), note.deed()));
        return note.proposal();
    }

    synchronized void propose(String callId, Proposal proposal) {
        put(callId, new Note(Optional.of(proposal), notes.getOrDefault(callId, Note.EMPTY).deed()));
    }

    synchronized Optional<Deed> deed(String callId) {
        return notes.getOrDefault(callId, Note.EMPTY).deed();
    }

    synchronized void did(String callId, Deed deed) {
        put(callId, new Note(notes.getOrDefault(callId, Note.EMPTY).proposal(), Optional.of(deed)));
    }

    /** The caller knows what came of the last deed. */
    synchronized void told(String callId) {
        put(callId, new Note(notes.getOrDefault(callId, Note.EMPTY).proposal(), Optional.empty()));
    }

    synchronized void forget(String callId) {
        notes.remove(callId);
    }

    synchronized int size() {
        return notes.size();
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
