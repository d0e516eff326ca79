package switchboard.tts.kokoro;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What Kokoro 1.0 reads: a token for each of its phonemes and punctuation marks.
 *
 * @see <a href="https://huggingface.co/hexgrad/Kokoro-82M/blob/main/config.json">the model's own list</a>
 */
final class Vocabulary {

    private static final int FIRST_SOUND = 17;
    private static final int SPACE = 16;
    private static final int FULL_STOP = 4;
    private static final int QUESTION_MARK = 6;

    private static final Map<Integer, Integer> TOKENS = new HashMap<>();

    static {
        symbols(1, ";:,.!?");
        symbols(9, "—…\"()“” \u0303ʣʥʦʨᵝꭧAI");
        symbols(31, "O");
        symbols(33, "Q");
        symbols(35, "ST");
        symbols(39, "W");
        symbols(41, "Yᵊabcdef");
        symbols(50, "hijklmnopqrstuvwxyzɑɐɒæ");
        symbols(75, "βɔɕç");
        symbols(80, "ɖðʤə");
        symbols(85, "ɚɛɜ");
        symbols(90, "ɟ");
        symbols(92, "ɡ");
        symbols(99, "ɥ");
        symbols(101, "ɨɪʝ");
        symbols(110, "ɯɰŋɳɲɴø");
        symbols(118, "ɸθœ");
        symbols(123, "ɹ");
        symbols(125, "ɾɻ");
        symbols(128, "ʁɽʂʃʈʧ");
        symbols(135, "ʊʋ");
        symbols(138, "ʌɣɤ");
        symbols(142, "χʎ");
        symbols(147, "ʒʔ");
        symbols(156, "ˈˌː");
        symbols(162, "ʰ");
        symbols(164, "ʲ");
        symbols(169, "↓");
        symbols(171, "→↗↘");
        symbols(177, "ᵻ");
    }

    private Vocabulary() {
    }

    /** The tokens of the phonemes, in order; symbols that the model does not know are left out. */
    static int[] tokens(String phonemes) {
        return phonemes.codePoints().filter(TOKENS::containsKey).map(TOKENS::get).toArray();
    }

    /** Whether there is anything to hear, not only punctuation. */
    static boolean sounds(int[] tokens) {
        return Arrays.stream(tokens).anyMatch(Vocabulary::isSound);
    }

    static boolean isSound(int token) {
        return token >= FIRST_SOUND;
    }

    static boolean isSpace(int token) {
        return token == SPACE;
    }

    static boolean isPunctuation(int token) {
        return token < SPACE;
    }

    static boolean endsSentence(int token) {
        return token >= FULL_STOP && token <= QUESTION_MARK;
    }

    private static void symbols(int firstToken, String symbols) {
        int[] codePoints = symbols.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            TOKENS.put(codePoints[i], firstToken + i);
        }
    }
}
