package switchboard.tts.piper;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * American English as Piper's voices were trained on it: eSpeak NG's IPA, made from misaki's.
 *
 * <p>Both mark stress before the vowel. misaki writes a diphthong or an affricate as one sign and no length; eSpeak NG
 * writes two signs, length after tense vowels, and a vowel and its r as one. Where eSpeak NG says a word in another way, the
 * rules follow it as far as the sounds themselves tell, because that is what the voices know.
 *
 * @see <a href="https://github.com/hexgrad/misaki/blob/main/EN_PHONES.md">misaki's alphabet, and how it came from the other</a>
 */
final class EspeakPhonemes {

    private static final String VOWEL = "[AIOWYQaeiouæɑɒɐɔəɚɛɜɪʊʌᵊᵻ]";
    private static final String CONSONANT = "[\\p{L}&&[^AIOWYQaeiouæɑɒɐɔəɚɛɜɪʊʌᵊᵻˈˌː]]";
    private static final String START = "(?<!\\p{L})";
    private static final String END = "(?!\\p{L})";

    /** In this order. */
    private static final List<Rule> RULES = List.of(
            // Words that eSpeak NG never stresses or never says in full.
            rule(START + "ðˈæt" + END, "ðæt"),
            rule(START + "ði" + END, "ðɪ"),
            rule(START + "hæz" + END, "hɐz"),
            rule("ˈɛvəɹi", "ˈɛvɹi"),
            rule("ˈɛni", "ˈɛnɪ"),
            // No secondary stress beside the primary one.
            rule("(ˈ" + VOWEL + "ɹ?" + CONSONANT + "*)ˌ", "$1"),
            rule("ˌ(" + VOWEL + "ɹ?" + CONSONANT + "*ˈ)", "$1"),
            // Weak vowels, by where they stand.
            rule("əwə", "uə"),
            rule(START + "(" + CONSONANT + ")ə((?!ɹ)" + CONSONANT + "+ˈ)", "$1ᵻ$2"),
            rule("ət(s?)" + END, "ɪt$1"),
            rule(START + "ə(?=\\p{L})", "ɐ"),
            rule(START + "ɪks", "ɛks"),
            // Vowels and their r.
            rule("ɜɹ(?=" + VOWEL + ")", "ɜːɹ"),
            rule("ɜɹ", "ɜː"),
            rule("[əᵊ]ɹ(?![ˈˌ]|" + VOWEL + ")", "ɚ"),
            rule("ˈɔɹ" + END, "ˈoːɹ"),
            // Length.
            rule("ɔ", "ɔː"),
            rule("(?<=[ˈˌ])i", "iː"),
            rule(START + "(" + CONSONANT + "*)i" + END, "$1iː"));

    private static final Map<Integer, String> SIGNS = Map.ofEntries(
            sign('A', "eɪ"), sign('I', "aɪ"), sign('O', "oʊ"), sign('W', "aʊ"), sign('Y', "ɔɪ"), sign('Q', "əʊ"),
            sign('ʤ', "dʒ"), sign('ʧ', "tʃ"), sign('T', "ɾ"), sign('ᵊ', "ə"), sign('ɑ', "ɑː"), sign('u', "uː"),
            sign('—', ","), sign('…', "."));

    private record Rule(Pattern pattern, String replacement) {}

    private EspeakPhonemes() {
    }

    /** @param misaki phonemes with punctuation, and spaces between words */
    static String of(String misaki) {
        String said = misaki;
        for (Rule rule : RULES) {
            said = rule.pattern.matcher(said).replaceAll(rule.replacement);
        }
        StringBuilder ipa = new StringBuilder();
        said.codePoints().forEach(sign -> ipa.append(SIGNS.getOrDefault(sign, Character.toString(sign))));
        return ipa.toString();
    }

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern), replacement);
    }

    private static Map.Entry<Integer, String> sign(int misaki, String ipa) {
        return Map.entry(misaki, ipa);
    }
}
