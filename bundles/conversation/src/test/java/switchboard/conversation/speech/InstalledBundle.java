package switchboard.conversation.speech;

import java.lang.reflect.Proxy;
import java.util.Hashtable;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/** A bundle that has a name, version 0.0.0, a place and at most one header. */
final class InstalledBundle {

    private InstalledBundle() {
    }

    /** @param weights {@link SpeechOnDisk#WEIGHTS} */
    static Bundle of(String name, String location, long modified, @Nullable String weights) {
        Hashtable<String, String> headers = new Hashtable<>();
        if (weights != null) {
            headers.put(SpeechOnDisk.WEIGHTS, weights);
        }
        return (Bundle) Proxy.newProxyInstance(Bundle.class.getClassLoader(), new Class<?>[] {Bundle.class}, (proxy, method, arguments) -> switch (method.getName()) {
            case "getSymbolicName" -> name;
            case "getLocation" -> location;
            case "getVersion" -> Version.emptyVersion;
            case "getBundleId" -> (long) name.hashCode();
            case "getLastModified" -> modified;
            case "getHeaders" -> headers;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }
}
