package switchboard.operations.calls;

import java.time.Duration;
import java.time.Instant;

/**
 * A call that is open.
 *
 * @param since    when it was opened
 * @param turns    that were answered
 * @param lastTurn voice to voice, of the last one; zero before the first
 */
public record OpenCall(String id, String company, Instant since, int turns, Duration lastTurn) {

    OpenCall answered(Duration total) {
        return new OpenCall(id, company, since, turns + 1, total);
    }
}
