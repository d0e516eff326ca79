package switchboard.llm.openai;

import java.time.Duration;

/**
 * How long an endpoint may take, before a caller who hears nothing is answered by someone else.
 *
 * @param connect       to open a connection, TLS included
 * @param firstByte     from the request to the first event of the answer
 * @param betweenTokens from one event to the next; comments that keep the connection alive do not count
 * @param whole         from the request to the end of the answer
 */
record Deadlines(Duration connect, Duration firstByte, Duration betweenTokens, Duration whole) {

    static final Deadlines OF_A_CALL =
            new Deadlines(Duration.ofSeconds(3), Duration.ofSeconds(8), Duration.ofSeconds(10), Duration.ofSeconds(60));
}
