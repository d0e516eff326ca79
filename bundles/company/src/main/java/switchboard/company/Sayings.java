package switchboard.company;

import java.util.Map;
import java.util.Optional;

/**
 * What is said in the name of a company that has not chosen words of its own.
 *
 * @param greeting {@code {name}} stands for the company's name
 * @param notice   that the call is kept
 */
record Sayings(String greeting, String notice) {

    private static final Map<String, Sayings> BY_LANGUAGE = Map.of(
            "en", new Sayings("Hello, this is {name}. How can I help you?", "This call is recorded."),
            "de", new Sayings("Guten Tag, hier ist {name}. Was kann ich f\u00fcr Sie tun?", "Dieses Gespr\u00e4ch wird aufgezeichnet."),
            "es", new Sayings("Hola, le atiende {name}. \u00bfEn qu\u00e9 puedo ayudarle?", "Esta llamada se graba."));

    /** Empty if there are none in this language: then the company has to choose its own. */
    static Optional<Sayings> in(String language) {
        return Optional.ofNullable(BY_LANGUAGE.get(language));
    }
}
