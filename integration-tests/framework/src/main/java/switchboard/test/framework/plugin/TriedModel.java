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
    /** Header: the contract, by its name. */
    public static final String KIND = "Test-Kind";
    public static final String LABEL = "Tried model";

    private final LoadedModel model;
    private final String behaviour;

    public TriedModel(BundleContext context, ModelLoader loader) throws Exception {
        behaviour = context.getBundle().getHeaders().get(BEHAVIOUR);
        if (behaviour.startsWith("constructor ")) {
            fail(behaviour.substring("constructor ".length()), "the constructor is broken");
        }
        model = load(context, loader);
    }

    private LoadedModel load(BundleContext context, ModelLoader loader) throws Exception {
        if (behaviour.startsWith(AlteredModel.BY)) {
            return AlteredModel.load(context, loader, kind(context), Integer.parseInt(behaviour.substring(AlteredModel.BY.length())));
        }
        if (behaviour.startsWith(BreakingModel.BREAKS)) {
            return BreakingModel.load(context, loader, kind(context), behaviour.substring(BreakingModel.BREAKS.length()));
        }
        if (behaviour.startsWith("work ")) {
            return strange(context, loader, kind(context));
        }
        return behaviour.equals("noise")
                ? loader.load(context, new ModelDescription<>(TextToSpeech.class, LABEL, "noise", "99", Set.of("en"), 0), TriedModel::noise)
                : loader.load(context, new ModelDescription<>(TurnDetector.class, LABEL, "tried", "99", Set.of(), 0), () -> turns(behaviour));
    }

    void retire() throws InterruptedException {
        model.close();
        if (behaviour.equals("stop hangs")) {
            new CountDownLatch(1).await();
        }
    }

    private static Class<?> kind(BundleContext context) throws ClassNotFoundException {
        return Class.forName(context.getBundle().getHeaders().get(KIND));
    }

    private <S> LoadedModel strange(BundleContext context, ModelLoader loader, Class<S> kind) {
        return loader.load(context, new ModelDescription<>(kind, LABEL, "strange", "99", Set.of("en"), 0), () -> StrangeModel.of(kind, behaviour));
    }

    @SuppressWarnings("NullAway") // a load that gives null is one of the behaviours
    private static TurnDetector turns(String behaviour) throws Exception {
        if (behaviour.equals("load gives null")) {
            return null;
        }
        if (behaviour.startsWith("load ")) {
            fail(behaviour.substring("load ".length()), "the weights are damaged");
        }
        return new FixedTurnDetector(16_000, 0.9f);
    }

    private static void fail(String how, String why) throws Exception {
        switch (how) {
            case "throws" -> throw new IllegalStateException(why);
            case "hangs" -> new CountDownLatch(1).await();
            case "exits" -> System.exit(0);
            case "halts" -> Runtime.getRuntime().halt(1);
            case "overflows" -> overflow(0);
            case "misses a class" -> throw new NoClassDefFoundError("com/example/Absent");
            default -> throw new IllegalArgumentException(how);
        }
    }

    private static int overflow(int depth) {
        return overflow(depth + 1) + 1;
    }

    private static TextToSpeech noise() {
        Random random = new Random(1);
        return new FakeVoice(16_000, "noise", request -> 3 * 16_000, place -> 0.1f * (float) random.nextGaussian());
    }
}
