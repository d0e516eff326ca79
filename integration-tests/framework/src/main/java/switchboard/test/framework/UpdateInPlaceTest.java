package switchboard.test.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import switchboard.api.call.Conversations;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.knowledge.Passage;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.api.model.Models;
import switchboard.api.tts.TextToSpeech;

/** A plugin is built anew under its version and copied over the old one: nothing that the old one made is used any more. */
@Timeout(300)
class UpdateInPlaceTest {

    private static final String OWNER = PluginJars.NAME + "@1.0.0";

    @InjectBundleContext
    BundleContext context;
    @InjectService(timeout = 60_000)
    Conversations conversations;
    @InjectService(timeout = 10_000)
    Companies companies;
    @InjectService(timeout = 10_000)
    Knowledge knowledge;
    @InjectService(timeout = 10_000)
    Models models;

    private PluginsFolder folder;
    private PluginJars jars;
    private Company company;

    @BeforeEach
    void begin() throws Exception {
        folder = PluginsFolder.of(context, models);
        jars = new PluginJars(context.getBundle());
        folder.empty();
        company = Restaurant.await(companies, knowledge);
        new RunningModels(context, models).await();
    }

    @AfterEach
    void empty() throws Exception {
        folder.empty();
    }

    @Test
    void a_voice_speaks_its_greeting_anew() throws Exception {
        install(TextToSpeech.class, 1);
        double first = loudnessOfTheGreeting("first");
        assertThat(loudnessOfTheGreeting("first again")).isCloseTo(first, within(0.01 * first));

        install(TextToSpeech.class, 2);

        assertThat(loudnessOfTheGreeting("second")).isCloseTo(first / 2, within(0.1 * first));
    }

    @Test
    void an_embedder_gives_all_vectors_anew() throws Exception {
        double alike = Eventually.present(this::similarity);
        for (int turned = 1; turned <= 2; turned++) {
            install(TextEmbedder.class, turned);

            Eventually.present(() -> similarity().filter(now -> Math.abs(now - alike) < 0.001));
        }
    }

    private void install(Class<?> kind, int by) throws Exception {
        Path jar = folder.file("altered.jar");
        List<Long> before = bundles();
        jars.write(jar, PluginJars.manifest(kind, "altered by " + by));
        Eventually.present(() -> Optional.of(bundles()).filter(now -> now.size() == 1 && !now.equals(before)));
        folder.awaitOwner(kind, OWNER);
    }

    private List<Long> bundles() {
        return folder.bundles().stream().map(bundle -> bundle.getBundleId()).toList();
    }

    /** The loudest sample. */
    private double loudnessOfTheGreeting(String call) throws InterruptedException {
        try (HeadlessCaller caller = new HeadlessCaller(conversations, "greeted-" + call, company)) {
            caller.listen();
            double loudest = 0;
            for (float sample : caller.heard().samples()) {
                loudest = Math.max(loudest, Math.abs(sample));
            }
            return loudest;
        }
    }

    /** The cosine of a question and the passage that answers it, whichever way both are turned; something else while words alone are compared. */
    private Optional<Double> similarity() {
        return knowledge.search(company, "When are you open on Sundays?", 1).stream().findFirst().map(Passage::similarity);
    }
}
