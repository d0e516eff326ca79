package switchboard.plugins.sample;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import switchboard.api.audio.AudioClip;
import switchboard.api.model.ModelDescription;
import switchboard.api.stt.SpeechToText;

/** Understands a recorded question, but for a third of its words at most. */
final class RecognitionSample implements Sample<SpeechToText> {

    private static final String LANGUAGE = "en";
    private static final int LONGEST = 1_000;
    private static final double ALLOWED_ERROR_RATE = 0.34;

    @Override
    public String check(SpeechToText model, ModelDescription<SpeechToText> description) throws Exception {
        Set<String> languages = Unfit.given(model.languages(), "languages()");
        if (languages.isEmpty()) {
            throw new Unfit("it names no language", "languages() is never empty.");
        }
        AudioClip recording = Recording.at(model.sampleRateHz());
        Optional<String> english = languages.stream().filter(tag -> Locale.forLanguageTag(tag).getLanguage().equals(LANGUAGE)).sorted().findFirst();
        if (english.isEmpty()) {
            return heard(model, recording, languages);
        }
        String understood = Unfit.given(model.transcribe(recording, english.get()), "transcribe()");
        if (understood.length() > LONGEST) {
            throw new Unfit("it understood %d characters in four seconds".formatted(understood.length()), "Check its tokens, and where it ends.");
        }
        double errorRate = Words.of(Recording.TEXT).errorRate(Words.of(understood));
        String finding = String.format(Locale.ROOT, "word error rate %.2f", errorRate);
        if (errorRate > ALLOWED_ERROR_RATE) {
            throw new Unfit("%s, allowed is %s; it understood \"%s\" instead of \"%s\"".formatted(
                    finding, ALLOWED_ERROR_RATE, understood, Recording.TEXT), "Check the model's files, its sample rate and its tokens.");
        }
        return finding;
    }

    /** Without a recording in a language of its own: that it answers at all. */
    private static String heard(SpeechToText model, AudioClip recording, Set<String> languages) throws Exception {
        Unfit.given(model.transcribe(recording, languages.stream().sorted().findFirst().orElseThrow()), "transcribe()");
        return "not compared: the golden sample is English, the model understands " + languages;
    }
}
