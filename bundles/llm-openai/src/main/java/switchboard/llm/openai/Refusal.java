package switchboard.llm.openai;

/** A request cannot be sent; the message says what is wrong with which setting or tool, and the remedy. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    Refusal(String reason) {
        super(reason);
    }
}
