package switchboard.conversation.turn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import switchboard.api.call.CallEvent;
import switchboard.conversation.turn.State.Hearing;
import switchboard.conversation.turn.State.Idle;
import switchboard.conversation.turn.State.Listening;
import switchboard.conversation.turn.State.Pausing;

/** What the halves of the machine share: who has the floor, what time it is, what is to be done. */
final class Floor {

    final Memory memory = new Memory();
    final List<Effect> effects = new ArrayList<>();

    TurnMachine.Settings settings;
    State state = new Idle();
    Duration now = Duration.ZERO;
    int turns;

    private int replies;
    private int segments;

    Floor(TurnMachine.Settings settings) {
        this.settings = settings;
    }

    int nextReply() {
        return ++replies;
    }

    int nextSegment() {
        return ++segments;
    }

    void add(Effect effect) {
        effects.add(effect);
    }

    void emit(CallEvent event) {
        effects.add(new Effect.Emit(event));
    }

    void listen() {
        state = new Listening(now, false);
    }

    boolean hasPassed(Duration since, Duration time) {
        return now.minus(since).compareTo(time) >= 0;
    }

    /** The turn that the caller is speaking, if any. */
    Optional<Integer> openTurn() {
        return state instanceof Hearing hearing ? Optional.of(hearing.turn())
                : state instanceof Pausing pausing ? Optional.of(pausing.turn()) : Optional.empty();
    }
}
