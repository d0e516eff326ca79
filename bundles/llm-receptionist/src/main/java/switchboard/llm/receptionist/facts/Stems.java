package switchboard.llm.receptionist.facts;

import java.text.Normalizer;
import java.util.Map;

/** Light stemming: the same word in another number, person or case. */
final class Stems {

    private static final Map<String, String> IRREGULAR = Map.of("people", "person", "children", "child", "teeth", "tooth", "feet", "foot", "cost", "cost");

    private Stems() {
    }

    static String of(String word, String language) {
        return switch (language) {
            case "de" -> german(word);
            case "es" -> spanish(word);
            default -> english(word);
        };
    }

    private static String english(String accented) {
        String word = Normalizer.normalize(accented, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
        String known = IRREGULAR.get(word);
        if (known != null) {
            return known;
        }
        if (word.length() > 5 && word.endsWith("ing")) {
            return mute(undoubled(word.substring(0, word.length() - 3)));
        }
        if (word.length() > 4 && (word.endsWith("ies") || word.endsWith("ied"))) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 4 && word.endsWith("ed")) {
            return mute(undoubled(word.substring(0, word.length() - 2)));
        }
        return mute(word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word);
    }

    /** "Bake" is "baking" without its end. */
    private static String mute(String stem) {
        return stem.length() > 3 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }

    /** "Stopped" is "stop". */
    private static String undoubled(String stem) {
        int last = stem.length() - 1;
        return last > 2 && stem.charAt(last) == stem.charAt(last - 1) && "bdgmnpt".indexOf(stem.charAt(last)) >= 0 ? stem.substring(0, last) : stem;
    }

    private static String german(String word) {
        String plain = word.replace("ä", "a").replace("ö", "o").replace("ü", "u").replace("ß", "ss");
        return plain.length() > 4 ? plain.replaceFirst("(?:ern|em|en|er|es|st|e|s|n|t)$", "") : plain;
    }

    private static String spanish(String word) {
        String plain = word.replace("á", "a").replace("é", "e").replace("í", "i").replace("ó", "o").replace("ú", "u").replace("ü", "u");
        return plain.length() > 4 ? plain.replaceFirst("(?:amos|emos|imos|ando|iendo|ar(?:se|me|te|nos)|ar|er|ir|an|en|as|os|es|a|o|e|s)$", "") : plain;
    }
}
