package switchboard.turn.words;

import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelLoader;
import switchboard.api.model.VoiceModel;
import switchboard.api.turn.TurnDetector;

/**
 * Publishes the detector that judges by words, below any that listens: a company chooses it with
 * {@code turn.target=(model=words)}, and it serves everybody while nothing else is warm.
 */
@Component(immediate = true)
@VoiceModel(name = WordsModel.LABEL, kind = TurnDetector.class)
public final class WordsModel {

    static final String LABEL = "Words and silence";

    private static final int BELOW_ALL_THAT_LISTEN = -100;
    private static final ModelDescription<TurnDetector> DESCRIPTION =
            new ModelDescription<>(TurnDetector.class, LABEL, "words", "1.0", Set.of("en", "de", "es"), BELOW_ALL_THAT_LISTEN);

    private final LoadedModel model;

    @Activate
    public WordsModel(BundleContext context, @Reference ModelLoader loader) {
        model = loader.load(context, DESCRIPTION, WordsTurnDetector::proven);
    }

    /** Withdraws the service first and waits for its leases. */
    @Deactivate
    void retire() {
        model.close();
    }
}
