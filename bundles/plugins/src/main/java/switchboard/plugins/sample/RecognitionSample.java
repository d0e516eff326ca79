package switchboard.plugins.sample;

import java.util.Locale;
import switchboard.api.model.ModelDescription;
import switchboard.api.stt.SpeechToText;

/** Understands a recorded question, but for a third of its words at most. */
final class RecognitionSample implements Sample<SpeechToText> {

    private static final String LANGUAGE = "en";
    private static final double ALLOWED_ERROR_RATE = 0.34;

    @Override
    public String check(SpeechToText model, ModelDescription<SpeechToText> description) throws Exception {
        if (model.languages().isEmpty()) {
            throw new Unfit("it names no language", "languages() is never empty.");
        }
        if (!model.languages().contains(LANGUAGE)) {
            return "skipped: the golden sample is English, the model understands " + model.languages();
        }
        String understood = model.transcribe(Recording.at(model.sampleRateHz()), LANGUAGE);
        double errorRate = Words.of(Recording.TEXT).errorRate(Words.of(understood));
        String finding = String.format(Locale.ROOT, "word error rate %.2f", errorRate);
        if (errorRate > ALLOWED_ERROR_RATE) {
            throw new Unfit("%s, allowed is %s; it understood \"%s\" instead of \"%s\"".formatted(
                    finding, ALLOWED_ERROR_RATE, understood, Recording.TEXT), "Check the model's files, its sample rate and its tokens.");
        }
        return finding;
    }
}
