package switchboard.llm.receptionist.facts;

/**
 * A fact that may be what was asked for.
 *
 * @param fact   for the ear
 * @param mostly whether such a fact mostly is: then it is told as what is known of the matter, without fright; else with the doubt in so many words
 */
public record Guess(String fact, boolean mostly) {

    /** It, and in what way it may be the answer. */
    public String say(Tongue tongue) {
        return mostly ? tongue.ofTheMatter(fact) : tongue.perhaps(fact);
    }

    /** Both, with the greater doubt. */
    Guess and(Guess other) {
        return new Guess(fact.contains(other.fact) ? fact : fact + " " + other.fact, mostly && other.mostly);
    }
}
