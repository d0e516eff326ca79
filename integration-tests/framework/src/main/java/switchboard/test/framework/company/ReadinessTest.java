package switchboard.test.framework.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import switchboard.api.company.Companies;
import switchboard.api.model.Models;
import switchboard.api.tts.TextToSpeech;
import switchboard.test.framework.Eventually;
import switchboard.test.framework.Line;

/** A company whose own choice of model is away is not ready; the others are. */
@Timeout(300)
class ReadinessTest {

    private static final String PIPER = "(model=piper)";

    @InjectBundleContext
    BundleContext context;
    @InjectService(timeout = 10_000)
    ConfigurationAdmin configurations;
    @InjectService(timeout = 10_000)
    Companies companies;
    @InjectService(timeout = 10_000)
    Models models;

    private Configuration piper;
    private Configuration nursery;
    private Line line;

    @BeforeEach
    void a_company_chooses_the_second_voice() throws Exception {
        line = new Line(context);
        piper = configurations.getConfiguration("switchboard.tts.piper", "?");
        piper.update(new Hashtable<>());
        Eventually.present(() -> models.lease(TextToSpeech.class, PIPER)).close();
        nursery = configurations.getFactoryConfiguration("switchboard.company", "nursery", "?");
        nursery.update(new Hashtable<>(Map.of("name", "Nursery", "voice.name", "joe", "tts.target", PIPER)));
        Eventually.present(() -> companies.find("nursery"));
    }

    @AfterEach
    void start_everything_again() throws Exception {
        bundle().start();
        nursery.delete();
        piper.delete();
    }

    @Test
    void without_its_model_a_company_is_refused_by_the_models_name_while_others_are_called() throws Exception {
        Eventually.present(() -> Optional.of(start("nursery")).filter(answer -> answer.status() == 200));

        bundle().stop();
        Line.Answer refused = start("nursery");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).contains("Nursery cannot be called yet", "TextToSpeech (model\\u003dpiper)");
        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(start("tomatitos-2").status()).isEqualTo(200);

        bundle().start();
        Eventually.present(() -> Optional.of(start("nursery")).filter(answer -> answer.status() == 200));
    }

    @Test
    void a_configuration_of_another_client_is_judged_again_when_its_voice_comes() throws Exception {
        bundle().stop();
        Configuration late = configurations.getFactoryConfiguration("switchboard.company", "late", "?");
        try {
            late.update(new Hashtable<>(Map.of("name", "Late", "voice.name", "joe")));   // whatever ranks first has no such voice
            Eventually.present(() -> companies.problems().stream().filter(problem -> problem.id().equals("late")).findFirst());
            assertThat(companies.find("late")).isEmpty();

            late.update(new Hashtable<>(Map.of("name", "Late", "voice.name", "joe", "tts.target", PIPER)));
            bundle().start();
            Eventually.present(() -> companies.find("late"));
            Eventually.present(() -> companies.problems().stream().noneMatch(problem -> problem.id().equals("late")) ? Optional.of(true) : Optional.empty());
        } finally {
            late.delete();
        }
    }

    private Line.Answer start(String company) {
        return line.post("/start", "{\"body\":{\"company\":\"" + company + "\"}}");
    }

    private Bundle bundle() {
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getSymbolicName().equals("switchboard.tts.piper")).findFirst().orElseThrow();
    }
}
