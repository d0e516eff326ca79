package switchboard.plugins;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes small jars; each has its own time, so that a watch sees every change. */
final class JarFiles {

    private static long clockMs = 1_000_000;

    private JarFiles() {
    }

    static Path model(Path file, String name, String version, String content) throws IOException {
        return write(file, modelManifest(name, version), content);
    }

    static Manifest modelManifest(String name, String version) {
        Manifest manifest = manifest(name, version);
        manifest.getMainAttributes().putValue("Provide-Capability",
                "osgi.service;objectClass:List<String>=\"x\",switchboard.model;switchboard.model=\"Voice\";kind=\"switchboard.api.tts.TextToSpeech\"");
        return manifest;
    }

    static Manifest manifest(String name, String version) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name + ";singleton:=false");
        manifest.getMainAttributes().putValue("Bundle-Version", version);
        return manifest;
    }

    /** A jar with one entry, and no manifest but that. */
    static Path raw(Path file, String entry, String content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry(entry));
            jar.write(content.getBytes());
        }
        return touch(file);
    }

    static Path write(Path file, Manifest manifest, String content) throws IOException {
        return write(file, manifest, content, "content.txt");
    }

    static Path write(Path file, Manifest manifest, String content, String entry) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new JarEntry(entry));
            jar.write(content.getBytes());
        }
        return touch(file);
    }

    static Path touch(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.fromMillis(clockMs += 1_000));
    }
}
