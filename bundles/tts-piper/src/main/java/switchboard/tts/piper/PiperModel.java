package switchboard.tts.piper;

import java.util.Set;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelLoader;
import switchboard.api.model.ModelStore;
import switchboard.api.model.Models;
import switchboard.api.tts.Phonemizer;
import switchboard.api.tts.TextToSpeech;

/**
 * Loads Piper when its configuration is there and phonemes to feed it are; the service appears once it is warm. The
 * phonemes are leased for each text: who makes them can be exchanged while the voice goes on.
 *
 * <p>Not every server needs a second voice: without the configuration it takes neither memory nor a download, and nobody waits
 * for it, which is why it is no {@link switchboard.api.model.VoiceModel}.
 */
@Component(immediate = true, configurationPid = PiperModel.PID, configurationPolicy = ConfigurationPolicy.REQUIRE,
        reference = @Reference(name = "phonemes", service = Phonemizer.class, target = PiperModel.ENGLISH, policy = ReferencePolicy.DYNAMIC,
                policyOption = ReferencePolicyOption.GREEDY))
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=switchboard.api.tts.TextToSpeech")
public final class PiperModel {

    static final String PID = "switchboard.tts.piper";
    static final String ENGLISH = "(language=en)";

    private static final String LABEL = "Piper";

    /** Below Kokoro's: that sounds better. */
    private static final int RANKING = -10;
    private static final ModelDescription<TextToSpeech> DESCRIPTION =
            new ModelDescription<>(TextToSpeech.class, LABEL, "piper", "1.0", Set.of("en"), RANKING);

    private final LoadedModel model;

    @Activate
    public PiperModel(BundleContext context, @Reference ModelLoader loader, @Reference ModelStore store, @Reference Models models) {
        model = loader.load(context, DESCRIPTION, () -> Piper.open(store,
                text -> models.use(Phonemizer.class, ENGLISH, phonemes -> phonemes.phonemes(text))));
    }

    /** Withdraws the service first, waits for its leases, then frees the native memory. */
    @Deactivate
    void retire() {
        model.close();
    }
}
