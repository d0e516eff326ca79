package switchboard.conversation.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Judges by the words whether an utterance is complete. Immutable. */
public interface Wording {

    /** Whoever is asked so may say anything, in English, German or Spanish. */
    Pattern OPEN_QUESTION = Pattern.compile("(?i)\\b(help|do for you|(any|some)thing (else|more)|helfen|für sie tun|noch etwas|ayudar|algo más)\\b");

    /**
     * Judges an utterance.
     *
     * @param transcript as a recogniser writes it, with whatever punctuation it hears; not blank
     * @param asked      whether the caller answers a question to which there is a short answer
     */
    Completeness judge(String transcript, boolean asked);

    /** Whether what the bot said asks for a short answer; "How can I help?" does not. */
    static boolean asks(String said) {
        return said.strip().endsWith("?") && !OPEN_QUESTION.matcher(said.substring(said.strip().lastIndexOf('.') + 1)).find();
    }

    /** For a language, as the primary subtag of BCP 47; by punctuation alone where its words are not known. */
    static Wording of(String language) {
        return switch (language) {
            case "en" -> new EnglishWording();
            case "de" -> new LastWords(LastWords.GERMAN);
            case "es" -> new LastWords(LastWords.SPANISH);
            default -> new LastWords(List.of());
        };
    }

    /** The words, in lower case, without punctuation but the apostrophe. */
    static List<String> words(String transcript) {
        String text = transcript.strip().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return Arrays.stream(text.replaceAll("[^\\p{L}\\p{N}' ]+", " ").strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }
}
