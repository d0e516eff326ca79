package switchboard.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.CodeSigner;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Demands that every entry of a jar was signed, as the program jarsigner does it, by one and the same person whom the operator
 * trusts.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/jar/jar.html#signed-jar-file">The JAR file specification</a>
 */
final class Signatures implements Verification {

    /** What cannot be signed, because it is the signature. */
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/(MANIFEST\\.MF|[^/]+\\.(SF|RSA|DSA|EC)|SIG-[^/]*)");

    private final Path trusted;
    private Optional<FileTime> seen;

    /** @param trusted file of certificates, as {@code keytool -exportcert -rfc} writes them; read for each jar */
    Signatures(Path trusted) {
        this.trusted = trusted;
        this.seen = modified();
    }

    @Override
    public boolean changed() {
        Optional<FileTime> before = seen;
        seen = modified();
        return !seen.equals(before);
    }

    @Override
    public Optional<String> objection(PluginJar jar) throws IOException {
        if (!Files.exists(trusted)) {
            return Optional.of("plugins must be signed, and there is no %s, which names whom you trust; if you trust who signed it: %s"
                    .formatted(trusted, remedy(jar)));
        }
        Path copy = Files.createTempFile("plugin", ".jar");
        try {
            Files.copy(jar.file(), copy, StandardCopyOption.REPLACE_EXISTING);
            if (!PluginJar.digest(copy).equals(jar.sha256())) {
                throw new IOException("changed while it was read");
            }
            return judge(jar, copy);
        } catch (SecurityException e) {
            return Optional.of("its signature does not hold: %s; get the jar again from its author".formatted(e.getMessage()));
        } catch (CertificateException e) {
            return Optional.of("the certificates in %s cannot be read: %s; correct the file".formatted(trusted, e.getMessage()));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private Optional<String> judge(PluginJar jar, Path copy) throws IOException, CertificateException {
        TrustedSigners trust = TrustedSigners.read(trusted);
        Set<CodeSigner> signers;
        try (JarFile file = new JarFile(copy.toFile(), true)) {
            List<JarEntry> entries = file.stream().filter(entry -> !entry.isDirectory() && !isSignature(entry)).toList();
            if (entries.stream().map(JarEntry::getName).distinct().count() < entries.size()) {
                return Optional.of("it holds an entry twice; build it again");
            }
            List<Set<CodeSigner>> all = new ArrayList<>();
            for (JarEntry entry : entries) {
                all.add(signers(file, entry));
            }
            signers = all.isEmpty() ? Set.of() : new HashSet<>(all.get(0));
            all.forEach(signers::retainAll);
            if (signers.isEmpty()) {
                return Optional.of(unsigned(entries, all));
            }
        }
        List<String> objections = signers.stream().map(trust::objection).flatMap(Optional::stream).toList();
        return objections.size() < signers.size() ? Optional.empty()
                : Optional.of("%s; if you trust them: %s".formatted(String.join("; ", objections), remedy(jar)));
    }

    private static String unsigned(List<JarEntry> entries, List<Set<CodeSigner>> signers) {
        int first = signers.indexOf(Set.of());
        boolean none = signers.stream().allMatch(Set::isEmpty);
        String what = none ? "it is not signed" : first < 0 ? "its entries are signed by different people" : "%s in it is not signed".formatted(entries.get(first).getName());
        return what + "; plugins must be, as a whole: have its author sign it with jarsigner";
    }

    /** Who signed an entry; that is known only after it was read to its end. */
    private static Set<CodeSigner> signers(JarFile file, JarEntry entry) throws IOException {
        try (InputStream in = file.getInputStream(entry)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Optional.ofNullable(entry.getCodeSigners()).map(Arrays::asList).map(Set::copyOf).orElse(Set.of());
    }

    private static boolean isSignature(JarEntry entry) {
        return SIGNATURE.matcher(entry.getName().toUpperCase(Locale.ROOT)).matches();
    }

    private String remedy(PluginJar jar) {
        return "keytool -printcert -rfc -jarfile %s >> %s".formatted(jar.file(), trusted);
    }

    private Optional<FileTime> modified() {
        try {
            return Optional.of(Files.getLastModifiedTime(trusted));
        } catch (IOException e) {
            return Optional.empty(); // there is none, or none that can be read
        }
    }
}
