package switchboard.transport.webrtc;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the native library, and only then enables the {@link WebRtcTransport}: on a machine that lacks the system
 * libraries there is no transport, instead of one that fails at the first call.
 */
@Component(immediate = true, service = NativeLibrary.class)
public final class NativeLibrary {

    private static final Logger log = LoggerFactory.getLogger(NativeLibrary.class);

    private static final String REMEDY = "on Debian: apt-get install --no-install-recommends"
            + " libpulse0 libudev1 libx11-6 libxfixes3 libxrandr2 libxcomposite1 libdbus-1-3";

    @Activate
    public NativeLibrary(ComponentContext component) {
        try {
            prove();
            component.enableComponent(WebRtcTransport.NAME);
        } catch (LinkageError e) {
            log.error("transport=webrtc state=absent reason=\"the native library cannot be loaded\" remedy=\"{}\"", REMEDY, e);
        }
    }

    /**
     * Runs every static initialiser and makes what a call needs, so that the first caller does not wait for it.
     *
     * @throws LinkageError if a system library is missing, or the platform is not supported
     */
    static void prove() {
        HeadlessAudioDeviceModule device = new HeadlessAudioDeviceModule();
        new PeerConnectionFactory(device).dispose();
        device.dispose();
    }
}
