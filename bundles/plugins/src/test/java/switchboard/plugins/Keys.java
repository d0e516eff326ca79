package switchboard.plugins;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Keys that keytool makes, and jars signed with them. */
final class Keys {

    private static final String PASSWORD = "changeit";

    private final Path store;

    Keys(Path folder) {
        store = folder.resolve("keys.p12");
    }

    /** A key with a certificate of its own. */
    Keys make(String name, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name));
        command.addAll(List.of(options));
        keytool(command.toArray(String[]::new));
        return this;
    }

    /** Has an authority certify a key. */
    Keys certify(String name, String authority, String... options) throws IOException, InterruptedException {
        String request = keytool("-certreq", "-alias", name);
        Path file = Files.writeString(store.resolveSibling(name + ".csr"), request);
        List<String> command = new ArrayList<>(List.of("-gencert", "-alias", authority, "-infile", file.toString(), "-rfc"));
        command.addAll(List.of(options));
        String certificate = keytool(command.toArray(String[]::new));
        keytool("-importcert", "-alias", name, "-noprompt", "-file", Files.writeString(file, certificate).toString());
        return this;
    }

    /** As operators put it into their file of whom they trust. */
    String certificate(String name) throws IOException, InterruptedException {
        return keytool("-exportcert", "-alias", name, "-rfc");
    }

    /** Signs a jar in its place. */
    Path sign(Path jar, String name) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        JarSigner signer = new JarSigner.Builder((KeyStore.PrivateKeyEntry) keys.getEntry(name, new KeyStore.PasswordProtection(PASSWORD.toCharArray())))
                .signerName(name).build();
        Path signed = jar.resolveSibling("signed.tmp");
        try (ZipFile in = new ZipFile(jar.toFile()); OutputStream out = Files.newOutputStream(signed)) {
            signer.sign(in, out);
        }
        Files.move(signed, jar, StandardCopyOption.REPLACE_EXISTING);
        return JarFiles.touch(jar);
    }

    private String keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool failed: " + output);
        }
        return output;
    }
}
