package switchboard.llm.receptionist.facts;

import java.util.regex.Pattern;

/**
 * A fact that may be what was asked for.
 *
 * @param fact   for the ear
 * @param mostly whether such a fact mostly is: then it is told as what is known of the matter, without fright; else with the doubt in so many words
 */
public record Guess(String fact, boolean mostly) {

    /** The yes or no to another question than the caller's. */
    private static final Pattern YES_OR_NO = Pattern.compile("(?i)^(?:yes|no|ja|nein|sí)[,.!:;]\\s+(?=\\S+ \\S+ \\S)");

    /** One of a text that may begin with yes or no: to whom it was not written that says something else. */
    static Guess of(String fact, boolean mostly) {
        return new Guess(Tongue.capital(YES_OR_NO.matcher(fact).replaceFirst("")), mostly);
    }

    /** It, and in what way it may be the answer. */
    public String say(Tongue tongue) {
        return mostly ? tongue.ofTheMatter(fact) : tongue.perhaps(fact);
    }

    /** Both, with the greater doubt. */
    Guess and(Guess other) {
        return new Guess(fact.contains(other.fact) ? fact : fact + " " + other.fact, mostly && other.mostly);
    }
}
