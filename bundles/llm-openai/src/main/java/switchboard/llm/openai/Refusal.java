package switchboard.llm.openai;

/** The settings do not allow a request; the message says what is wrong with which setting, and the remedy. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    Refusal(String reason) {
        super(reason);
    }
}
