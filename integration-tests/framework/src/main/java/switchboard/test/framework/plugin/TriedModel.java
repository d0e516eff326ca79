package switchboard.test.framework.plugin;

import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleContext;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelLoader;
import switchboard.api.tts.TextToSpeech;
import switchboard.api.turn.TurnDetector;
import switchboard.testkit.fake.FakeVoice;
import switchboard.testkit.fake.FixedTurnDetector;

/** A model that behaves as its bundle's header {@value #BEHAVIOUR} says. Its component is written by hand, in the test. */
public final class TriedModel {

    public static final String BEHAVIOUR = "Test-Behaviour";
    public static final String LABEL = "Tried model";

    private final LoadedModel model;

    public TriedModel(BundleContext context, ModelLoader loader) throws InterruptedException {
        String behaviour = context.getBundle().getHeaders().get(BEHAVIOUR);
        if (behaviour.equals("constructor throws")) {
            throw new IllegalStateException("the constructor is broken");
        }
        if (behaviour.equals("constructor hangs")) {
            new CountDownLatch(1).await();
        }
        model = behaviour.equals("noise")
                ? loader.load(context, new ModelDescription<>(TextToSpeech.class, LABEL, "noise", "99", Set.of("en"), 0), TriedModel::noise)
                : loader.load(context, new ModelDescription<>(TurnDetector.class, LABEL, "tried", "99", Set.of(), 0), () -> turns(behaviour));
    }

    void retire() {
        model.close();
    }

    private static TurnDetector turns(String behaviour) throws Exception {
        if (behaviour.equals("load throws")) {
            throw new IllegalStateException("the weights are damaged");
        }
        if (behaviour.equals("load hangs")) {
            new CountDownLatch(1).await();
        }
        return new FixedTurnDetector(16_000, 0.9f);
    }

    private static TextToSpeech noise() {
        Random random = new Random(1);
        return new FakeVoice(16_000, "noise", request -> 3 * 16_000, place -> 0.1f * (float) random.nextGaussian());
    }
}
