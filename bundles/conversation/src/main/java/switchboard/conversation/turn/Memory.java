package switchboard.conversation.turn;

import java.util.ArrayList;
import java.util.List;
import switchboard.api.llm.Message;
import switchboard.conversation.words.Expected;

/** What was said in the call, as far as it was heard. Confined to the machine. */
final class Memory {

    /** Enough for any booking; older messages are forgotten so that prompts stay short. */
    private static final int MOST_MESSAGES = 40;

    private final List<Message> messages = new ArrayList<>();
    private int callerTurns;
    /** Known before the caller pauses: it is asked for with every frame of a pause. */
    private Expected expected = Expected.ANYTHING;

    void callerSaid(String text) {
        callerTurns++;
        add(new Message.User(text));
    }

    /** The caller goes on with what was taken for finished: takes the last words back. */
    String callerGoesOn() {
        int last = messages.size() - 1;
        if (last < 0 || !(messages.get(last) instanceof Message.User)) {
            return "";
        }
        callerTurns--;
        String taken = messages.remove(last).text();
        expect();
        return taken;
    }

    /** How often the caller has said something, in the whole call. */
    int callerTurns() {
        return callerTurns;
    }

    /** What the bot's last words ask for. */
    Expected expected() {
        return expected;
    }

    /** Clauses of the same reply become one message. */
    void callerHeard(String text) {
        int last = messages.size() - 1;
        if (last >= 0 && messages.get(last) instanceof Message.Assistant said) {
            messages.set(last, new Message.Assistant(said.text() + " " + text));
            expect();
        } else {
            add(new Message.Assistant(text));
        }
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    private void add(Message message) {
        messages.add(message);
        if (messages.size() > MOST_MESSAGES) {
            messages.remove(0);
        }
        expect();
    }

    private void expect() {
        expected = !messages.isEmpty() && messages.get(messages.size() - 1) instanceof Message.Assistant said ? Expected.after(said.text()) : Expected.ANYTHING;
    }
}
