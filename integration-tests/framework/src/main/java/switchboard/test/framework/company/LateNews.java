package switchboard.test.framework.company;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;

/** Holds back all that Config Admin tells its listeners, as a slow listener does, until it may arrive. */
final class LateNews implements ConfigurationListener, AutoCloseable {

    private static final long LIMIT_S = 60;

    private final ServiceRegistration<?> registration;
    private final CountDownLatch mayArrive = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    LateNews(BundleContext context) {
        this.registration = context.registerService(ConfigurationListener.class, this,
                FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, Integer.MAX_VALUE)));
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        await(mayArrive);
        if (event.getType() == ConfigurationEvent.CM_DELETED) {
            end.countDown();
        }
    }

    /** Returns when everything up to the first deletion was told. */
    void arrive() {
        mayArrive.countDown();
        await(end);
    }

    @Override
    public void close() {
        mayArrive.countDown();
        registration.unregister();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(LIMIT_S, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing for " + LIMIT_S + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
