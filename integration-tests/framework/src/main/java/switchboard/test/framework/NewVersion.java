package switchboard.test.framework;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** The same bundle with another version, as somebody would drop it in. */
public final class NewVersion {

    private NewVersion() {
    }

    public static Bundle install(BundleContext context, Bundle old, String version) throws IOException, BundleException {
        return context.installBundle("new:" + old.getSymbolicName() + ":" + version, new ByteArrayInputStream(jar(old, version)));
    }

    /** The bytes of its jar. */
    public static byte[] jar(Bundle old, String version) throws IOException {
        try (InputStream jar = new URL(old.getLocation().replaceFirst("^reference:", "")).openStream()) {
            return withVersion(jar, version);
        }
    }

    private static byte[] withVersion(InputStream jar, String version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarInputStream in = new JarInputStream(jar)) {
            Manifest manifest = new Manifest(in.getManifest());
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
                for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    in.transferTo(out);
                    out.closeEntry();
                }
            }
        }
        return bytes.toByteArray();
    }
}
