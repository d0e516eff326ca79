package switchboard.llm.receptionist.acts;

import java.util.Map;

/**
 * A clause of a caller, and what it does.
 *
 * @param text   as it was said, with its marks
 * @param likely how probable each act is; together 1
 */
public record Clause(String text, Map<Act, Double> likely) {

    /** From here on an act is believed against what rules would make of the words. */
    public static final double SURE = 0.7;
    /** From here on it is hardly ever wrong. */
    public static final double CERTAIN = 0.85;

    /** How probable it is that it does one of these, from 0 to 1. */
    public double is(Act... acts) {
        double sum = 0;
        for (Act act : acts) {
            sum += likely.getOrDefault(act, 0.0);
        }
        return sum;
    }

    /** The most probable act. */
    public Act act() {
        return likely.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }
}
