package switchboard.api.llm;

import java.net.URI;
import java.util.Optional;

/**
 * How a company wants its language model. A model ignores what does not concern it.
 *
 * @param endpoint    base address of an OpenAI-compatible server, for example {@code https://api.example.com/v1/}
 * @param model       name of the model at that endpoint
 * @param secret      name of the environment variable that holds the key; never the key itself
 * @param temperature in [0, 2]
 * @param maxTokens   the longest answer, in tokens; positive
 * @param guesses     whether a model that {@linkplain LanguageModel#takesGuesses takes guesses} is asked before the caller has ended
 */
public record LanguageModelSettings(
        Optional<URI> endpoint, Optional<String> model, Optional<String> secret, double temperature, int maxTokens, boolean guesses) {

    /** No endpoint: what the embedded model needs. */
    public static final LanguageModelSettings EMBEDDED =
            new LanguageModelSettings(Optional.empty(), Optional.empty(), Optional.empty(), 0, 200);

    /** Of a company that wants its answers soon. */
    public LanguageModelSettings(Optional<URI> endpoint, Optional<String> model, Optional<String> secret, double temperature, int maxTokens) {
        this(endpoint, model, secret, temperature, maxTokens, true);
    }
}
