package switchboard.transport.webrtc;

import dev.onvoid.webrtc.PortAllocatorConfig;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import java.net.NetworkInterface;
import java.net.SocketException;

/** How this machine can be reached. */
final class Network {

    private Network() {
    }

    /** One bundled transport over every interface; over the loopback too if there is no other. */
    static RTCConfiguration configuration() {
        RTCConfiguration configuration = new RTCConfiguration();
        configuration.bundlePolicy = RTCBundlePolicy.MAX_BUNDLE;
        if (isLoopbackOnly()) {
            // libwebrtc leaves the loopback out when it enumerates; without enumeration it binds to any address.
            configuration.portAllocatorConfig =
                    new PortAllocatorConfig(0, 0, PortAllocatorConfig.PORTALLOCATOR_DISABLE_ADAPTER_ENUMERATION);
        }
        return configuration;
    }

    private static boolean isLoopbackOnly() {
        try {
            return NetworkInterface.networkInterfaces().noneMatch(Network::isReachable);
        } catch (SocketException e) {
            return true;
        }
    }

    private static boolean isReachable(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback() && network.inetAddresses().findAny().isPresent();
        } catch (SocketException e) {
            return false;
        }
    }
}
