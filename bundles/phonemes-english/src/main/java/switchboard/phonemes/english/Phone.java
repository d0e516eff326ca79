package switchboard.phonemes.english;

import java.util.List;
import java.util.stream.Stream;

/** ARPAbet (AX is schwa, IX an i that weakens to schwa), and how misaki writes it with and without stress. */
enum Phone {

    AA("ɑ", "ə"), AE("æ", "ə"), AH("ʌ", "ə"), AO("ɔ", "ɔ"), AW("W", "W"), AX("ʌ", "ə"), AY("I", "I"), EH("ɛ", "ə"),
    ER("ɜɹ", "əɹ"), EY("A", "A"), IH("ɪ", "ɪ"), IY("i", "i"), OW("O", "O"), OY("Y", "Y"), UH("ʊ", "ʊ"), UW("u", "u"), IX("ɪ", "ə"),
    B("b"), CH("ʧ"), D("d"), DH("ð"), F("f"), G("ɡ"), HH("h"), JH("ʤ"), K("k"), L("l"), M("m"), N("n"), NG("ŋ"), P("p"),
    R("ɹ"), S("s"), SH("ʃ"), T("t"), TH("θ"), V("v"), W("w"), Y("j"), Z("z"), ZH("ʒ");

    private final String stressed;
    private final String unstressed;
    private final boolean vowel;

    Phone(String stressed, String unstressed) {
        this.stressed = stressed;
        this.unstressed = unstressed;
        this.vowel = true;
    }

    Phone(String consonant) {
        this.stressed = consonant;
        this.unstressed = consonant;
        this.vowel = false;
    }

    static List<Phone> parse(String names) {
        return names.isEmpty() ? List.of() : Stream.of(names.split(" ")).map(Phone::valueOf).toList();
    }

    boolean isVowel() {
        return vowel;
    }

    String stressed() {
        return stressed;
    }

    String unstressed() {
        return unstressed;
    }
}
