package switchboard.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import switchboard.api.model.VoiceModel;
import switchboard.plugins.sample.Unfit;

/**
 * A jar that claims to be a bundle with a model.
 *
 * @param file         where it lies
 * @param sha256       digest of its bytes, in lower-case hexadecimal
 * @param symbolicName of the bundle
 * @param version      of the bundle
 */
record PluginJar(Path file, String sha256, String symbolicName, Version version) {

    /** How the framework's location of a plugin begins. */
    static final String SCHEME = "plugin:";

    private static final Pattern QUOTED = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Pattern MODEL = Pattern.compile("(^|,)\\s*" + Pattern.quote(VoiceModel.NAMESPACE) + "\\s*;");
    private static final Pattern CONTRACTS = Pattern.compile("(^|[,;])\\s*switchboard\\.api\\b");
    private static final String REMEDY = "Build it as an OSGi bundle whose component has @VoiceModel, see docs/write-a-model.md.";

    /**
     * Reads what the jar says of itself.
     *
     * @throws Unfit       if it is no bundle with a model
     * @throws IOException if the file cannot be read
     */
    static PluginJar read(Path file) throws IOException, Unfit {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder; put the jar itself here");
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            String sha256 = digest(file);
            Attributes headers = headers(jar);
            String name = header(headers, Constants.BUNDLE_SYMBOLICNAME).split(";")[0].strip();
            if (name.isEmpty()) {
                throw new Unfit("it is not an OSGi bundle: its manifest has no Bundle-SymbolicName", REMEDY);
            }
            if (!MODEL.matcher(QUOTED.matcher(header(headers, Constants.PROVIDE_CAPABILITY)).replaceAll("")).find()) {
                throw new Unfit("it declares no model: its manifest provides no capability " + VoiceModel.NAMESPACE, REMEDY);
            }
            mustNotBringTheContracts(jar, headers);
            if (!header(headers, Constants.FRAGMENT_HOST).isEmpty()) {
                throw new Unfit("it is a fragment of " + header(headers, Constants.FRAGMENT_HOST), REMEDY);
            }
            return new PluginJar(file, sha256, name, version(header(headers, Constants.BUNDLE_VERSION)));
        } catch (ZipException e) {
            throw new CutShort(e);
        } catch (SecurityException e) {
            throw new Unfit("its signature does not hold: " + e.getMessage(), "Get the jar again from its author.", e);
        }
    }

    /** It is no jar to its end: perhaps it will be. */
    static final class CutShort extends Unfit {

        private static final long serialVersionUID = 1;

        private CutShort(ZipException cause) {
            super("it is not a jar, or cut short: " + cause.getMessage(), "Copy the whole file again.", cause);
        }
    }

    private static Attributes headers(JarFile jar) throws Unfit {
        try {
            return Optional.ofNullable(jar.getManifest()).map(Manifest::getMainAttributes).orElseGet(Attributes::new);
        } catch (IOException | IllegalArgumentException e) {
            throw new Unfit("its manifest cannot be read: " + e.getMessage(), REMEDY, e);
        }
    }

    /** Models meet the server only in classes that are the same for both. */
    private static void mustNotBringTheContracts(JarFile jar, Attributes headers) throws Unfit {
        boolean exports = CONTRACTS.matcher(QUOTED.matcher(header(headers, Constants.EXPORT_PACKAGE)).replaceAll("")).find();
        Optional<String> own = jar.stream().map(JarEntry::getName).filter(entry -> entry.startsWith("switchboard/api/") && entry.endsWith(".class")).findFirst();
        if (exports || own.isPresent()) {
            throw new Unfit("it brings contracts of its own: it %s".formatted(own.map(entry -> "contains " + entry).orElse("exports switchboard.api")),
                    "Import switchboard.api.*, and neither embed nor export it: in Maven its scope is 'provided'.");
        }
    }

    /** SHA-256 of a file, in lower-case hexadecimal. */
    static String digest(Path file) throws IOException {
        MessageDigest digest = newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    String fileName() {
        return file.getFileName().toString();
    }

    /** As bundle@version. */
    String owner() {
        return symbolicName + "@" + version;
    }

    /** Where the framework has it from: says which bytes run. */
    String location() {
        return SCHEME + fileName() + ":" + sha256;
    }

    private static Version version(String text) throws Unfit {
        try {
            return Version.parseVersion(text);
        } catch (IllegalArgumentException e) {
            throw new Unfit("its Bundle-Version is malformed: " + text, REMEDY, e);
        }
    }

    private static String header(Attributes headers, String name) {
        return Optional.ofNullable(headers.getValue(name)).orElse("");
    }
}
