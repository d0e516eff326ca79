package switchboard.conversation.turn;

/**
 * What the bot says by itself, without a language model.
 *
 * @param oneMoment  when the answer takes long
 * @param apology    when there is no answer
 * @param stillThere when the caller is silent for long
 * @param goodbye    when the call has lasted as long as it may
 */
public record Phrases(String oneMoment, String apology, String stillThere, String goodbye) {

    private static final Phrases ENGLISH = new Phrases(
            "One moment, please.",
            "I am sorry, I cannot answer that just now. Could you say it again?",
            "Are you still there?",
            "I am sorry, our time is up. Goodbye!");

    private static final Phrases GERMAN = new Phrases(
            "Einen Moment, bitte.",
            "Es tut mir leid, das kann ich gerade nicht beantworten. Sagen Sie es bitte noch einmal?",
            "Sind Sie noch da?",
            "Es tut mir leid, unsere Zeit ist um. Auf Wiederhören!");

    private static final Phrases SPANISH = new Phrases(
            "Un momento, por favor.",
            "Lo siento, ahora mismo no puedo responder. ¿Puede repetirlo?",
            "¿Sigue ahí?",
            "Lo siento, se nos ha acabado el tiempo. ¡Adiós!");

    /** The phrases of a language; English where there are none. */
    public static Phrases of(String language) {
        return switch (language) {
            case "de" -> GERMAN;
            case "es" -> SPANISH;
            default -> ENGLISH;
        };
    }
}
