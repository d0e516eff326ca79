package switchboard.spoken.time;

import java.util.Optional;
import java.util.Set;

/** A place in a phrase that moves on as a rule finds what it wants. Confined to one thread. */
final class Cursor {

    final Phrase phrase;
    private final int start;
    private int at;

    Cursor(Phrase phrase, int start) {
        this.phrase = phrase;
        this.start = start;
        this.at = start;
    }

    int at() {
        return at;
    }

    void move(int to) {
        at = to;
    }

    /** Moves past these words if they all stand here. */
    boolean take(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!phrase.is(at + i, words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    /** Moves past any one of these words. */
    boolean takeAny(Set<String> words) {
        if (!phrase.in(at, words)) {
            return false;
        }
        at++;
        return true;
    }

    /** Moves past a number in that range; else stays and gives -1. */
    int number(int min, int max) {
        int value = phrase.number(at);
        if (value < min || value > max) {
            return -1;
        }
        at++;
        return value;
    }

    /** Moves past an ordinal; else stays and gives -1. */
    int ordinal() {
        int value = phrase.ordinal(at);
        if (value > 0) {
            at++;
        }
        return value;
    }

    Optional<Match> match(Meaning meaning) {
        return Optional.of(new Match(start, at, meaning));
    }
}
