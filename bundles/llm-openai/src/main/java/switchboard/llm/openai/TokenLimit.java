package switchboard.llm.openai;

/** What an endpoint calls the longest answer: newer models of OpenAI refuse the name that every other server knows. */
enum TokenLimit {

    MAX_TOKENS("max_tokens"),
    MAX_COMPLETION_TOKENS("max_completion_tokens");

    private final String parameter;

    TokenLimit(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }

    TokenLimit other() {
        return this == MAX_TOKENS ? MAX_COMPLETION_TOKENS : MAX_TOKENS;
    }

    /** Whether a refused request is worth repeating with the other name. */
    static boolean isAbout(int status, String error) {
        return status == 400 && error.contains(MAX_COMPLETION_TOKENS.parameter);
    }
}
