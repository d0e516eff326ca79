package switchboard.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * {@code java … switchboard.launcher.Main run.jar}: runs the product until its framework stops, or the process is asked to end.
 *
 * <p>System properties go before those of run.bndrun. The framework is made anew at every start, in the folder
 * {@code org.osgi.framework.storage}: bundles are installed by reference, which takes as long as to find them installed, and
 * nothing of an earlier run, orderly or not, can be left.
 */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            System.err.println("usage: java [-Dkey=value …] switchboard.launcher.Main run.jar");
            System.exit(2);
        }
        Path jar = Path.of(arguments[0]);
        Timing.Phases phases = Timing.phases();
        Product product = Product.in(new Unpacked(cache()).folder(jar));
        phases.ended("find bundles");
        Framework framework = new FrameworkFactory().newFramework(configuration(product));
        framework.init();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(framework), "stop-framework"));
        stopWhenAsked(framework);
        phases.listen(framework.getBundleContext());
        phases.ended("framework");
        for (Bundle bundle : install(product, framework.getBundleContext())) {
            markForStart(bundle);
        }
        phases.ended("install bundles");
        framework.start(); // and then, level by level, what was marked
        FrameworkEvent end = framework.waitForStop(0);
        System.exit(end.getType() == FrameworkEvent.STOPPED ? 0 : 1);
    }

    /** What run.bndrun says is a system property too, unless one is set: not everybody asks the framework, ONNX Runtime does not. */
    private static Map<String, String> configuration(Product product) {
        product.properties().forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
        Map<String, String> configuration = new HashMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> configuration.put(name, System.getProperty(name)));
        configuration.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        return configuration;
    }

    private static List<Bundle> install(Product product, BundleContext context) throws BundleException {
        FrameworkStartLevel levels = context.getBundle().adapt(FrameworkStartLevel.class);
        int usual = levels.getInitialBundleStartLevel();
        List<Bundle> bundles = new ArrayList<>();
        for (Product.Entry entry : product.bundles()) {
            levels.setInitialBundleStartLevel(entry.level());
            bundles.add(context.installBundle("reference:" + entry.jar().toUri()));
        }
        levels.setInitialBundleStartLevel(usual);
        return bundles;
    }

    /** Fragments have nothing to start. What cannot be started is told, and the others go on. */
    private static void markForStart(Bundle bundle) {
        if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
            try {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            } catch (BundleException e) {
                System.err.println("bundle " + bundle.getSymbolicName() + " cannot start: " + e.getMessage());
            }
        }
    }

    /**
     * As with bnd's launcher, a bundle ends the process in order, with 0, by registering a {@link Runnable} for the main thread.
     * There is nothing that thread does here but wait, so the runnable is not run.
     */
    private static void stopWhenAsked(Framework framework) throws InvalidSyntaxException {
        framework.getBundleContext().addServiceListener(event -> {
            if (event.getType() == ServiceEvent.REGISTERED) {
                new Thread(() -> stop(framework), "stop-framework").start();
            }
        }, "(&(objectClass=java.lang.Runnable)(main.thread=true))");
    }

    private static void stop(Framework framework) {
        try {
            framework.stop();
            framework.waitForStop(0);
        } catch (BundleException | InterruptedException e) {
            System.err.println("the framework did not stop in order: " + e);
        }
    }

    /** By the XDG rules. */
    private static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path caches = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return caches.resolve("switchboard").resolve("product");
    }
}
