package switchboard.company;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedServiceFactory;

/** Config Admin as far as company files use it; delivers at once. */
final class FakeConfigurations {

    private final ManagedServiceFactory companies;
    private final Map<String, Map<String, Object>> stored = new HashMap<>();
    /** PIDs of configurations that were made without a factory. */
    private final Set<String> singletons = new HashSet<>();

    FakeConfigurations(ManagedServiceFactory companies) {
        this.companies = companies;
    }

    ConfigurationAdmin admin() {
        return proxy(ConfigurationAdmin.class, (method, arguments) -> {
            if (!"getFactoryConfiguration".equals(method) || arguments.length != 3) {
                throw new UnsupportedOperationException(method);
            }
            return configuration(arguments[0] + "~" + arguments[1]);
        });
    }

    /** As if somebody had asked for a configuration by this PID, which makes one. */
    void askFor(String pid) {
        singletons.add(pid);
    }

    private Configuration configuration(String pid) {
        return proxy(Configuration.class, (method, arguments) -> switch (method) {
            case "updateIfDifferent" -> update(pid, (Dictionary<?, ?>) arguments[0]);
            case "delete" -> delete(pid);
            case "getFactoryPid" -> singletons.contains(pid) ? null : ConfiguredCompanies.PID;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private Object update(String pid, Dictionary<?, ?> properties) throws ConfigurationException {
        Map<String, Object> values = Collections.list(properties.keys()).stream().collect(Collectors.toMap(Object::toString, properties::get));
        Map<String, Object> before = stored.put(pid, values);
        if (before != null && before.toString().equals(values.toString())) {
            return false;
        }
        if (singletons.contains(pid)) {
            return true; // no factory is told
        }
        try {
            companies.updated(pid, new java.util.Hashtable<>(values));
        } catch (ConfigurationException e) {
            // Config Admin logs it.
        }
        return true;
    }

    private Object delete(String pid) {
        stored.remove(pid);
        if (!singletons.remove(pid)) {
            companies.deleted(pid);
        }
        return "";
    }

    private interface Call {
        Object answer(String method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            Object answer = call.answer(method.getName(), arguments == null ? new Object[0] : arguments);
            return method.getReturnType() == void.class ? null : answer;
        }));
    }
}
