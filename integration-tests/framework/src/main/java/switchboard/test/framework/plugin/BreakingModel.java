package switchboard.test.framework.plugin;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import switchboard.api.audio.AudioClip;
import switchboard.api.model.Lease;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelLoader;
import switchboard.api.model.Models;
import switchboard.api.tts.AudioSink;
import switchboard.api.vad.VoiceActivityDetector;

/** A model of any kind that does its work as the one does that served before, until the test says that it is broken. Thread-safe. */
public final class BreakingModel implements InvocationHandler {

    /** System property: true while such models are broken. */
    public static final String BROKEN = "switchboard.test.broken";
    /** How the behaviour of such a model begins; then follows what it does when it is broken: throws, hangs, goes, or gives nonsense. */
    public static final String BREAKS = "breaks and ";

    private static final int HIGHEST_RANKING = 1_000;
    private static final Set<String> WORK = Set.of("speak", "transcribe", "endOfTurn", "accept", "generate", "embed", "embedQuestion");

    private final BundleContext context;
    private final Lease<?> lease;
    private final Object target;
    private final String way;

    private BreakingModel(BundleContext context, Lease<?> lease, Object target, String way) {
        this.context = context;
        this.lease = lease;
        this.target = target;
        this.way = way;
    }

    static <S> LoadedModel load(BundleContext context, ModelLoader loader, Class<S> kind, String way) {
        return loader.load(context, description(kind), () -> {
            Lease<S> lease = other(context, kind);
            return kind.cast(proxy(kind, new BreakingModel(context, lease, lease.model(), way)));
        });
    }

    /** Under the name of the voice that the sample companies choose; of the other kinds they take whatever ranks first. */
    static <S> ModelDescription<S> description(Class<S> kind) {
        return new ModelDescription<>(kind, TriedModel.LABEL, "kokoro", "99", Set.of("en"), HIGHEST_RANKING);
    }

    /** Of the model that would serve if this one did not. */
    static <S> Lease<S> other(BundleContext context, Class<S> kind) {
        return context.getService(context.getServiceReference(Models.class)).lease(kind, "(!(service.ranking=" + HIGHEST_RANKING + "))").orElseThrow();
    }

    private static Object proxy(Class<?> kind, BreakingModel model) {
        return Proxy.newProxyInstance(BreakingModel.class.getClassLoader(), new Class<?>[] {kind, AutoCloseable.class}, model);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (name.equals("close") && target == lease.model()) {
            lease.close();
            return null;
        }
        if (name.equals("open")) {
            return proxy(VoiceActivityDetector.Stream.class, new BreakingModel(context, lease, done(method, arguments), way));
        }
        return WORK.contains(name) && isBroken() ? broken(method, arguments) : done(method, arguments);
    }

    private @Nullable Object broken(Method method, Object @Nullable [] arguments) throws Throwable {
        switch (way) {
            case "throws" -> throw new IllegalStateException("the model is broken");
            case "hangs" -> hang();
            case "goes" -> go();
            case "gives nonsense" -> {
                return nonsense(method, arguments);
            }
            default -> throw new IllegalArgumentException(way);
        }
        return done(method, arguments);
    }

    private static @Nullable Object nonsense(Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "accept", "endOfTurn" -> Float.NaN;
            case "embed", "embedQuestion" -> new float[] {Float.NaN};
            case "speak" -> ((AudioSink) arguments[1]).accept(new AudioClip(24_000, new float[] {20_000}));
            default -> null;
        };
    }

    private Object done(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private boolean isBroken() {
        return Boolean.getBoolean(BROKEN);
    }

    /** As native code does, that does not know of interrupts. */
    private void hang() {
        while (isBroken()) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.interrupted();
            }
        }
    }

    /** In the middle of its work its bundle is stopped, which waits for the work to end. */
    private void go() throws InterruptedException {
        Thread stopping = new Thread(() -> {
            try {
                context.getBundle().stop();
            } catch (BundleException | IllegalStateException e) {
                throw new IllegalStateException("cannot go", e);
            }
        });
        stopping.start();
        stopping.join(50);
    }
}
