package switchboard.assistant.consent;

/**
 * What the assistant says of its own accord, in one language.
 *
 * @param patience  while a tool takes long
 * @param tooLong   a tool took too long; whether it worked is not known
 * @param failed    a tool broke
 * @param absent    there is no such tool, or no longer
 * @param dropped   after a no
 * @param unclear   before a proposal is repeated because the answer was none
 * @param backToIt  before a proposal is repeated after a digression
 * @param misheard  the arguments did not fit
 * @param unknown   instead of a number that nobody told the language model
 */
public record Phrases(String patience, String tooLong, String failed, String absent, String dropped, String unclear, String backToIt, String misheard,
        String unknown) {

    private static final Phrases ENGLISH = new Phrases("One moment, please. ",
            "I am sorry, that is taking too long, and I cannot say whether it has worked.",
            "I am sorry, something went wrong on our side.",
            "I am sorry, I cannot do that at the moment.",
            "All right, I will not do that. What would you like to change?",
            "Sorry, was that a yes? ",
            "Now back to your request. ",
            "I am sorry, I did not get that right. Could you say it again?",
            "I do not know that for certain. Shall I have somebody call you back?");

    private static final Phrases GERMAN = new Phrases("Einen Moment, bitte. ",
            "Es tut mir leid, das dauert zu lange, und ich kann nicht sagen, ob es geklappt hat.",
            "Es tut mir leid, bei uns ist etwas schiefgegangen.",
            "Es tut mir leid, das kann ich im Moment nicht tun.",
            "In Ordnung, ich lasse es. Was möchten Sie ändern?",
            "Entschuldigung, war das ein Ja? ",
            "Nun zurück zu Ihrem Anliegen. ",
            "Es tut mir leid, das habe ich nicht richtig verstanden. Können Sie es noch einmal sagen?",
            "Das weiß ich nicht sicher. Soll Sie jemand zurückrufen?");

    private static final Phrases SPANISH = new Phrases("Un momento, por favor. ",
            "Lo siento, está tardando demasiado y no puedo decirle si ha funcionado.",
            "Lo siento, algo ha fallado por nuestra parte.",
            "Lo siento, ahora mismo no puedo hacerlo.",
            "De acuerdo, no lo hago. ¿Qué le gustaría cambiar?",
            "Perdone, ¿ha dicho que sí? ",
            "Volvamos a su petición. ",
            "Lo siento, no lo he entendido bien. ¿Puede repetirlo?",
            "No lo sé con certeza. ¿Quiere que le llamen?");

    /** English for a language that is not known. */
    public static Phrases of(String language) {
        return switch (language) {
            case "de" -> GERMAN;
            case "es" -> SPANISH;
            default -> ENGLISH;
        };
    }
}
