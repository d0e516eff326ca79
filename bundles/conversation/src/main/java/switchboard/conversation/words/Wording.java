package switchboard.conversation.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Judges by the words whether an utterance is complete. Immutable. */
public interface Wording {

    /**
     * Judges an utterance.
     *
     * @param transcript as a recogniser writes it, with whatever punctuation it hears; not blank
     * @param expected   what the bot has asked for
     */
    Completeness judge(String transcript, Expected expected);

    /** For a language, as the primary subtag of BCP 47; by punctuation alone where its words are not known. */
    static Wording of(String language) {
        return switch (language) {
            case "en" -> new EnglishWording();
            case "de" -> new LastWords(LastWords.GERMAN, LastWords.GERMAN_SELDOM);
            case "es" -> new LastWords(LastWords.SPANISH, LastWords.SPANISH_SELDOM);
            default -> new LastWords(List.of(), List.of());
        };
    }

    /** The words, in lower case, without punctuation but the apostrophe. */
    static List<String> words(String transcript) {
        String text = transcript.strip().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return Arrays.stream(text.replaceAll("[^\\p{L}\\p{N}' ]+", " ").strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }
}
