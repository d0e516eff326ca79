package switchboard.spoken.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Leaves out the "um" of "December, um, third", and the commas that set it off. */
final class Hesitations {

    private static final Set<String> SOUNDS = Set.of("uh", "um", "uhm", "umm", "er", "erm", "ehm", "hmm", "hm", "mm", "eh");

    private Hesitations() {}

    static List<Token> removed(List<Token> tokens) {
        List<Token> fluent = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!SOUNDS.contains(tokens.get(i).word())) {
                fluent.add(tokens.get(i));
                continue;
            }
            boolean setOff = !fluent.isEmpty() && isPause(fluent.get(fluent.size() - 1)) && i + 1 < tokens.size() && isPause(tokens.get(i + 1));
            if (setOff) {
                fluent.remove(fluent.size() - 1);
                i++;
            }
        }
        return fluent;
    }

    private static boolean isPause(Token token) {
        return token.word().equals(",");
    }
}
