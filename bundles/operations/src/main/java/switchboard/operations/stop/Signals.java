package switchboard.operations.stop;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/**
 * SIGTERM and SIGINT as a call to a runnable, instead of Java's own reaction to them.
 *
 * <p>That reaction is to run all shutdown hooks side by side and to end with 143 or 130: nothing can be put away in order. The
 * standard offers nothing else, but {@code sun.misc.Signal} of the module {@code jdk.unsupported} is in every JDK (JEP 260
 * keeps it until it has a successor). It is used by reflection: the compiler's warning against it cannot be suppressed, and
 * so no bundle has to import it.
 */
final class Signals implements AutoCloseable {

    private final Class<?> signal;
    private final Method handle;
    private final Map<String, Object> before = new HashMap<>();

    /**
     * @param asked called for each signal, on a thread of the JVM; must not block
     * @throws ReflectiveOperationException if this JDK has no such class
     */
    Signals(Runnable asked, String... names) throws ReflectiveOperationException {
        ClassLoader jdk = ClassLoader.getSystemClassLoader();
        signal = jdk.loadClass("sun.misc.Signal");
        Class<?> handler = jdk.loadClass("sun.misc.SignalHandler");
        handle = signal.getMethod("handle", signal, handler);
        Object asking = Proxy.newProxyInstance(jdk, new Class<?>[] {handler}, (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                asked.run();
                return null;
            }
            return method.invoke(asked, arguments); // equals, hashCode, toString
        });
        for (String name : names) {
            before.put(name, set(name, asking));
        }
    }

    /** Java reacts as before. */
    @Override
    public void close() throws ReflectiveOperationException {
        for (Map.Entry<String, Object> reaction : before.entrySet()) {
            set(reaction.getKey(), reaction.getValue());
        }
    }

    private Object set(String name, Object reaction) throws ReflectiveOperationException {
        return handle.invoke(null, signal.getConstructor(String.class).newInstance(name), reaction);
    }
}
