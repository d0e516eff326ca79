package switchboard.appointments.callback;

/**
 * What is said of call-backs, in one language.
 *
 * @param offer     instead of what cannot be had
 * @param readBack  name and number come in
 * @param noted     after the yes; the name comes in
 * @param whatPhone the number is none
 */
record Wording(String offer, String readBack, String noted, String whatPhone) {

    private static final Wording ENGLISH = new Wording("Shall I have somebody call you back?", "Somebody will call you back: %s, %s. Is that right?", "It is noted, %s: somebody will call you back.",
            "I did not get the phone number. Could you say it once more?");
    private static final Wording GERMAN = new Wording("Soll Sie jemand zurückrufen?", "Es ruft Sie jemand zurück: %s, %s. Ist das richtig?", "Das ist notiert, %s: Es ruft Sie jemand zurück.",
            "Ich habe die Telefonnummer nicht verstanden. Sagen Sie sie bitte noch einmal?");
    private static final Wording SPANISH = new Wording("¿Quiere que alguien le devuelva la llamada?", "Alguien le llamará: %s, %s. ¿Es correcto?", "Queda anotado, %s: alguien le llamará.",
            "No he entendido el número de teléfono. ¿Me lo repite?");

    /** English for a language that is not known. */
    static Wording of(String language) {
        return switch (language) {
            case "de" -> GERMAN;
            case "es" -> SPANISH;
            default -> ENGLISH;
        };
    }
}
