package switchboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.stt.SpeechToText;
import switchboard.api.stt.TranscriptionException;
import switchboard.testkit.SampleSpeech;

/** What every recogniser that knows English keeps. */
public abstract class SpeechToTextContract extends ModelContract<SpeechToText> {

    private static final String LANGUAGE = "en";

    @Override
    void use(SpeechToText recogniser) throws TranscriptionException {
        recogniser.transcribe(question(recogniser), LANGUAGE);
    }

    @Test
    void it_knows_its_languages_and_its_sample_rate() {
        assertThat(model.languages()).contains(LANGUAGE).allMatch(language -> language.matches("[a-z]{2,3}"));
        assertThat(model.sampleRateHz()).isBetween(8_000, 48_000);
    }

    @Test
    void it_understands_a_question_and_adds_nothing_around_it() throws Exception {
        String heard = hear(question(model));
        assertThat(heard).containsIgnoringCase("what time the meeting starts").isEqualTo(heard.strip());
    }

    @Test
    void nothing_holds_no_words() throws Exception {
        assertThat(hear(new AudioClip(model.sampleRateHz(), new float[0]))).isEmpty();
    }

    @Test
    void what_it_hears_is_not_changed() throws Exception {
        AudioClip clip = question(model);
        hear(clip);
        assertThat(clip.samples()).isEqualTo(question(model).samples());
    }

    @Test
    void what_it_made_of_a_beginning_changes_no_word_of_the_whole() throws Exception {
        AudioClip question = question(model);
        String heard = hear(question);
        String begun = hear(question.slice(0, question.samples().length / 2));
        for (String before : List.of(begun, heard, "I would rather have the fish, please.", "\u0000\ud800", heard.repeat(100))) {
            assertThat(model.transcribe(question, LANGUAGE, before)).as(before).isEqualTo(heard);
        }
        assertThat(hear(question.slice(0, question.samples().length / 2))).isEqualTo(begun);
    }

    @Test
    void another_sample_rate_is_refused() {
        AudioClip clip = AudioClip.silence(model.sampleRateHz() / 2, Duration.ofSeconds(1));
        assertThatIllegalArgumentException().isThrownBy(() -> hear(clip));
    }

    @Test
    void another_language_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> model.transcribe(question(model), "tlh"));
    }

    @Test
    void a_broken_sample_spoils_nothing_that_follows() throws Exception {
        AudioClip broken = question(model);
        broken.samples()[100] = Float.NaN;
        try {
            hear(broken);
        } catch (TranscriptionException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
        assertThat(hear(question(model))).containsIgnoringCase("meeting");
    }

    @Test
    void callers_at_once_all_hear_the_same() throws Exception {
        assertThat(together(() -> hear(question(model)))).containsOnly(hear(question(model)));
    }

    private String hear(AudioClip clip) throws TranscriptionException {
        return model.transcribe(clip, LANGUAGE);
    }

    private static AudioClip question(SpeechToText recogniser) {
        return Resampler.resample(SampleSpeech.clip("turn_complete"), recogniser.sampleRateHz());
    }
}
