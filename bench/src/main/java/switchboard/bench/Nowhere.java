package switchboard.bench;

import java.lang.reflect.Proxy;
import org.osgi.framework.BundleContext;

/** Where a model's bundle would be, for models that are loaded without a framework. */
public final class Nowhere {

    /** Answers nothing. */
    public static final BundleContext CONTEXT = (BundleContext) Proxy.newProxyInstance(
            Nowhere.class.getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> null);

    private Nowhere() {
    }
}
