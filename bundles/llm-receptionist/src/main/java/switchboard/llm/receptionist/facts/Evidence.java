package switchboard.llm.receptionist.facts;

/**
 * What each feature of a passage weighs, where {@link Relevance} estimates whether it answers a question: the coefficients of a logistic
 * regression over all development sets (bench/README.md), those whose words had been taught at less than half the weight.
 *
 * @param bias       of all passages; lower than it was fitted, since what is told falsely costs more than what is told with doubt
 * @param likeness   of the passage's similarity
 * @param lessLike   of what it is less similar than the likest one
 * @param shared     of the share of words that it shares with the question
 * @param kinds      of the kinds of things that are asked for and told, or not
 * @param otherDays  of the share of days that are asked for and not told
 * @param predicate  if it does not speak of what is asked whether it is so
 * @param otherThing if it does not speak of the thing that is asked for
 * @param sameMatter of the logarithm of how probably it is about the question's matter
 * @param moreSo     of how much more that is than of the company's other passages
 * @param ofAll      if it speaks of all that is named
 * @param tellsKinds if it tells all exact kinds of things that are asked for
 */
record Evidence(double bias, double likeness, double lessLike, double shared, double kinds, double otherDays, double predicate, double otherThing,
        double sameMatter, double moreSo, double ofAll, double tellsKinds) {

    /** Where it is known what matter a question and a passage are about. */
    static final Evidence WITH_MATTER = new Evidence(-2.4, 2.69, 9.74, 2.11, 0.57, 1.14, 0.52, 0.91, 0.24, 0.24, 0.31, 0.42);
    static final Evidence WITHOUT_MATTER = new Evidence(-3.1, 4.4, 6.5, 2.2, 1, 1.9, 0.7, 0.53, 0, 0, 0, 0);
}
