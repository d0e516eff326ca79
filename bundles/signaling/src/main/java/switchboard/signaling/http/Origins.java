package switchboard.signaling.http;

import java.net.URI;
import java.util.Set;

/**
 * Which pages may open calls. A page of this server may; so may those that the operator names, and, when the server is
 * reached by a loopback address, any page of a loopback address. Programs send no origin.
 */
record Origins(Set<String> allowed) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * @param origin the {@code Origin} header
     * @param host   the {@code Host} header
     */
    boolean admits(String origin, String host) {
        if (allowed.contains(origin)) {
            return true;
        }
        try {
            URI page = URI.create(origin);
            if (page.getHost() == null) {
                return false;
            }
            return page.getRawAuthority().equalsIgnoreCase(host) || LOOPBACK.contains(page.getHost()) && LOOPBACK.contains(withoutPort(host));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":\\d+$", "");
    }
}
