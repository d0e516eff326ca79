package switchboard.spoken.time;

import java.util.Optional;

/** One way to say something. Stateless and thread-safe. */
@FunctionalInterface
interface Rule {

    /** What starts at that token, if it is this rule's business. */
    Optional<Match> at(Phrase phrase, int i);

    /** The longest match of several rules; of equals the first. */
    static Rule longestOf(Rule... rules) {
        return (phrase, i) -> {
            Optional<Match> best = Optional.empty();
            for (Rule rule : rules) {
                Optional<Match> match = rule.at(phrase, i);
                if (match.isPresent() && (best.isEmpty() || match.get().length() > best.get().length())) {
                    best = match;
                }
            }
            return best;
        };
    }
}
