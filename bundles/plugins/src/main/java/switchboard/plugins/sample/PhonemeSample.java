package switchboard.plugins.sample;

import switchboard.api.model.ModelDescription;
import switchboard.api.tts.Phonemizer;

/** Reads two names that no language reads alike. */
final class PhonemeSample implements Sample<Phonemizer> {

    private static final int LONGEST = 1_000;

    @Override
    public String check(Phonemizer model, ModelDescription<Phonemizer> description) throws Unfit {
        String one = read(model, "Maria");
        String other = read(model, "Tom");
        if (one.equals(other)) {
            throw new Unfit("it reads \"Maria\" and \"Tom\" alike: \"%s\"".formatted(one), "Check its lexicon.");
        }
        return "read \"Maria\" as " + one;
    }

    private static String read(Phonemizer model, String word) throws Unfit {
        String phonemes = Unfit.given(model.phonemes(word), "phonemes()");
        if (phonemes.isBlank() || phonemes.length() > LONGEST) {
            throw new Unfit("it gave %d phonemes for \"%s\"".formatted(phonemes.length(), word), "phonemes() is empty only if nothing can be spoken.");
        }
        return phonemes;
    }
}
