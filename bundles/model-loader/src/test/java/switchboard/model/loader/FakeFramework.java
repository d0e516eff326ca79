package switchboard.model.loader;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;

/** Bundles that can register services, and nothing else. */
final class FakeFramework {

    /** The {@code model} properties of the services that are registered now. */
    final List<Object> published = Collections.synchronizedList(new ArrayList<>());
    final Map<Object, String> properties = new HashMap<>();
    private long bundles;

    /** The context of a new, active bundle. */
    BundleContext bundle(String name, String version) {
        long id = ++bundles;
        Bundle bundle = fake(Bundle.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getBundleId" -> id;
            case "getSymbolicName" -> name;
            case "getVersion" -> new Version(version);
            case "getState" -> Bundle.STARTING;
            default -> throw new UnsupportedOperationException(method.getName());
        });
        return fake(BundleContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getBundle" -> bundle;
            case "getBundles" -> new Bundle[0];
            case "getProperty" -> properties.get(arguments[0]);
            case "registerService" -> register(((Dictionary<?, ?>) arguments[2]).get("model"));
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private ServiceRegistration<?> register(Object model) {
        published.add(model);
        return fake(ServiceRegistration.class, (proxy, method, arguments) -> {
            published.remove(model);
            return null;
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler behaviour) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, behaviour));
    }
}
