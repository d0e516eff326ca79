package switchboard.api.call;

import java.time.Duration;
import java.util.List;

/**
 * Where the milliseconds of one turn went, from the caller's last speech to the bot's first audible sample. The parts
 * follow one another and sum to the whole.
 *
 * @param turn  number of the turn in the call, from 1
 * @param parts      in the order of time
 * @param speculated whether the answer was prepared before the turn was over, so that its parts took less time, or none
 */
public record TurnLedger(int turn, List<Part> parts, boolean speculated) {

    public TurnLedger {
        parts = List.copyOf(parts);
    }

    /** The whole: voice to voice, without the network. */
    public Duration total() {
        return parts.stream().map(Part::duration).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * One part.
     *
     * @param name  {@code endpointing}, {@code stt}, {@code llm}, {@code clause}, {@code tts} or {@code playout}
     * @param owner who used the time, as bundle@version
     */
    public record Part(String name, Duration duration, String owner) {}
}
