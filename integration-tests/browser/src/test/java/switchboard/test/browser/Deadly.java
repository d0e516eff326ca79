package switchboard.test.browser;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A plugin's activator that ends the process as an abort in native code does. */
public final class Deadly implements BundleActivator {

    private static final int ABORTED = 134;

    @Override
    public void start(BundleContext context) throws ReflectiveOperationException {
        Runtime.class.getMethod("halt", int.class).invoke(Runtime.getRuntime(), ABORTED); // a plain call is turned away
    }

    @Override
    public void stop(BundleContext context) { }
}
