package switchboard.test.framework.plugin;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A model of any kind that says plausible things of itself, and then does not do its work. */
final class StrangeModel implements InvocationHandler {

    private final String behaviour;

    private StrangeModel(String behaviour) {
        this.behaviour = behaviour;
    }

    static <S> S of(Class<S> kind, String behaviour) {
        return kind.cast(Proxy.newProxyInstance(StrangeModel.class.getClassLoader(), new Class<?>[] {kind}, new StrangeModel(behaviour)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "sampleRateHz" -> 16_000;
            case "windowSamples" -> 512;
            case "threshold" -> 0.5f;
            case "voices", "languages" -> Set.of("en");
            case "dimensions" -> 2;
            case "judgesWords", "answersAtOnce", "inventsNothing" -> false;
            case "prepare" -> null;
            case "hashCode" -> 1;
            case "equals" -> false;
            case "toString" -> "strange";
            default -> work(method.getReturnType());
        };
    }

    private @Nullable Object work(Class<?> type) throws InterruptedException {
        if (behaviour.equals("work throws")) {
            throw new IllegalStateException("the model is broken");
        }
        if (behaviour.equals("work overflows")) {
            return deeper(type);
        }
        if (behaviour.equals("work hangs")) {
            new CountDownLatch(1).await();
        }
        return type == float.class ? Float.NaN : null;
    }

    private Object deeper(Class<?> type) {
        return Set.of(deeper(type), type);
    }
}
