package switchboard.signaling.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which pages may open calls. A page of this server may; so may those that the operator names, and, when the server is
 * reached by a loopback address, any page of a loopback address. Programs send no origin.
 */
record Origins(Set<String> allowed) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-f:.]+]");

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

    /**
     * Whether a request that came by a loopback address means this server. A stranger's page may have its own name resolved to
     * 127.0.0.1 (DNS rebinding), and then its origin is its host; so a name must be localhost or an allowed origin's.
     *
     * @param host the {@code Host} header
     */
    boolean names(String host) {
        String name = withoutPort(host).toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name) || ADDRESS.matcher(name).matches()
                || allowed.stream().anyMatch(origin -> withoutPort(origin.replaceFirst("^\\w+://", "")).equalsIgnoreCase(name));
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":\\d+$", "");
    }
}
