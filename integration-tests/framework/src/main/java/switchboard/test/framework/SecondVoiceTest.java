package switchboard.test.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectService;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.call.Conversations;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.model.Lease;
import switchboard.api.model.Models;
import switchboard.api.stt.SpeechToText;
import switchboard.api.tts.TextToSpeech;

/** Piper is there while it is configured, and speaks for the company that chose it, at the pitch and pace of a call. */
@Timeout(300)
class SecondVoiceTest {

    private static final String PIPER = "(model=piper)";
    private static final String GREETING = "Good morning, this is the garden centre, what can I do for you?";

    @InjectService(timeout = 10_000)
    ConfigurationAdmin configurations;
    @InjectService(timeout = 60_000)
    Conversations conversations;
    @InjectService(timeout = 10_000)
    Companies companies;
    @InjectService(timeout = 10_000)
    Models models;

    private Configuration piper;
    private Configuration garden;

    @BeforeEach
    void configure() throws Exception {
        piper = configurations.getConfiguration("switchboard.tts.piper", "?");
        piper.update(new Hashtable<>());
        Eventually.present(() -> models.lease(TextToSpeech.class, PIPER)).close();
        garden = configurations.getFactoryConfiguration("switchboard.company", "garden", "?");
        Dictionary<String, Object> keys = new Hashtable<>(Map.of("id", "garden", "name", "Garden centre", "greeting", GREETING,
                "voice.name", "joe", "tts.target", PIPER));
        garden.update(keys);
    }

    @AfterEach
    void remove() throws Exception {
        garden.delete();
        piper.delete();
    }

    @Test
    void a_company_is_spoken_for_by_the_voice_it_chose_and_the_voice_goes_with_its_configuration() throws Exception {
        Company company = Eventually.present(() -> companies.find("garden"));
        try (HeadlessCaller caller = new HeadlessCaller(conversations, "garden", company)) {
            caller.listen();

            List<String> heard = List.of(words(caller.heard()).split("\\W+"));
            // Piper draws lots for each sound, so a word may be misheard; at another pitch or pace most are.
            assertThat(Arrays.stream(GREETING.toLowerCase(Locale.ROOT).split("\\W+")).filter(heard::contains)).as("%s", heard).hasSizeGreaterThan(9);
        }

        piper.delete();
        Eventually.present(() -> models.lease(TextToSpeech.class, PIPER).isEmpty() ? Optional.of(true) : Optional.empty());
        piper = configurations.getConfiguration("switchboard.tts.piper", "?");
    }

    private String words(AudioClip heard) throws Exception {
        try (Lease<SpeechToText> ears = models.lease(SpeechToText.class, "(language=en)").orElseThrow()) {
            return ears.model().transcribe(Resampler.resample(heard, ears.model().sampleRateHz()), "en").toLowerCase(Locale.ROOT);
        }
    }
}
