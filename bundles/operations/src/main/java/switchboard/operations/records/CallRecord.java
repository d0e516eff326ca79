package switchboard.operations.records;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import switchboard.api.call.TurnLedger;

/**
 * What is kept of a call. The names are the file's; times without a date are milliseconds since the call was opened.
 *
 * @param reason     why it ended
 * @param complete   whether the whole call was seen, and nothing was left out
 * @param transcript what both sides said, in the order in which it began to be said
 * @param turns      where the time of each answered turn went
 * @param events     what happened, without words
 */
record CallRecord(String call, String company, Instant opened, Instant ended, long durationMs, String reason, boolean complete,
        List<Line> transcript, List<Turn> turns, List<Happening> events) {

    /**
     * One side's words.
     *
     * @param speaker {@code caller} or {@code assistant}
     * @param how     {@code spoken}, {@code typed}, {@code shown} or {@code cut}, if the caller did not hear it to its end
     */
    record Line(long atMs, String speaker, String how, String text) {}

    /** One answered turn. */
    record Turn(long atMs, int turn, boolean speculated, double totalMs, List<Part> parts) {

        static Turn of(long atMs, TurnLedger ledger) {
            return new Turn(atMs, ledger.turn(), ledger.speculated(), milliseconds(ledger.total()), ledger.parts().stream()
                    .map(part -> new Part(part.name(), milliseconds(part.duration()), part.owner())).collect(Collectors.toList()));
        }

        /** To the tenth. */
        private static double milliseconds(Duration duration) {
            return Math.round(duration.toNanos() / 1e5) / 10.0;
        }
    }

    /** Where a part of a turn's time went. */
    record Part(String name, double ms, String owner) {}

    /** @param detail of a failure or an end; absent otherwise */
    record Happening(long atMs, String event, @Nullable String detail) {}
}
