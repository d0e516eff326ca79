package switchboard.phonemes.english;

import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelLoader;
import switchboard.api.model.ModelStore;
import switchboard.api.model.VoiceModel;
import switchboard.api.tts.Phonemizer;

/** Opens the lexicon when the bundle starts; compiles it at the first start. */
@Component(immediate = true)
@VoiceModel(name = EnglishPhonemesModel.LABEL, kind = Phonemizer.class)
public final class EnglishPhonemesModel {

    static final String LABEL = "English phonemes";

    private static final ModelDescription<Phonemizer> DESCRIPTION =
            new ModelDescription<>(Phonemizer.class, LABEL, "misaki-lexicon", "0.9.4", Set.of("en"), 0);

    private final LoadedModel model;

    @Activate
    public EnglishPhonemesModel(BundleContext context, @Reference ModelLoader loader, @Reference ModelStore store) {
        model = loader.load(context, DESCRIPTION, () -> EnglishPhonemizer.open(store));
    }

    @Deactivate
    void retire() {
        model.close();
    }
}
