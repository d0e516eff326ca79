package switchboard.spoken.time;

/**
 * What a rule found.
 *
 * @param from    its first token
 * @param to      behind its last token
 * @param meaning what it means
 */
record Match(int from, int to, Meaning meaning) {

    int length() {
        return to - from;
    }

    Match with(Meaning other) {
        return new Match(from, to, other);
    }

    Match from(int start) {
        return new Match(start, to, meaning);
    }
}
