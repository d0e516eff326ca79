package switchboard.transport.webrtc;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.call.MediaConnection;
import switchboard.api.call.MediaListener;
import switchboard.api.call.MediaTransport;
import switchboard.api.call.OfferRejectedException;
import switchboard.api.metrics.Metric;
import switchboard.api.metrics.MetricSource;

/** Answers WebRTC offers; enabled by {@link NativeLibrary}. Thread-safe. */
@Component(name = WebRtcTransport.NAME, enabled = false, immediate = true)
public final class WebRtcTransport implements MediaTransport, MetricSource {

    static final String NAME = "switchboard.transport.webrtc.WebRtcTransport";

    private static final Logger log = LoggerFactory.getLogger(WebRtcTransport.class);

    private final Set<CallMedia> calls = ConcurrentHashMap.newKeySet();
    private final MediaCounts counts = new MediaCounts();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "webrtc-watch");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public WebRtcTransport() {
        watch.scheduleWithFixedDelay(this::checkAll, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public MediaConnection answer(String offerSdp, MediaListener listener) throws OfferRejectedException {
        Offer.check(offerSdp);
        CallMedia call = new CallMedia(Network.configuration(), listener, counts, calls::remove);
        calls.add(call);
        try {
            call.answer(offerSdp);
            return call;
        } catch (InterruptedException e) {
            call.close();
            Thread.currentThread().interrupt();
            throw new OfferRejectedException("the server was interrupted", e);
        } catch (Throwable e) { // the binding reports bad SDP as java.lang.Error
            call.close();
            throw new OfferRejectedException("the offer cannot be answered: " + e.getMessage(), e);
        }
    }

    @Override
    public List<Metric> metrics() {
        return counts.metrics(calls.size(), calls.stream().mapToInt(CallMedia::waiting).max().orElse(0));
    }

    /** Ends every call before the library's threads lose the classes they call back. */
    @Deactivate
    void stop() {
        watch.shutdownNow();
        calls.forEach(CallMedia::close);
    }

    int openCalls() {
        return calls.size();
    }

    private void checkAll() {
        for (CallMedia call : calls) {
            try {
                call.check();
            } catch (RuntimeException | Error e) { // the watch must outlive what it watches
                log.warn("connection={} check failed", call, e);
            }
        }
    }
}
