package switchboard.test.framework;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.api.llm.LanguageModel;
import switchboard.api.stt.SpeechToText;
import switchboard.api.tts.TextToSpeech;
import switchboard.api.turn.TurnDetector;
import switchboard.api.vad.VoiceActivityDetector;
import switchboard.test.framework.plugin.TriedModel;
import switchboard.testkit.fake.FakeVoice;

/** Builds plugins at run time from the classes of this bundle. */
final class PluginJars {

    static final String NAME = "test.tried";
    static final String THIS_API = "[1.0,2)";
    /** The kinds of models that calls need. */
    static final List<Class<?>> KINDS =
            List.of(LanguageModel.class, SpeechToText.class, TextEmbedder.class, TextToSpeech.class, TurnDetector.class, VoiceActivityDetector.class);

    private static final String COMPONENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="test.tried" deactivate="retire" init="2" %s>
              <reference name="loader" interface="switchboard.api.model.ModelLoader" parameter="1"/>%s
              <implementation class="switchboard.test.framework.plugin.TriedModel"/>
            </scr:component>
            """;

    private final Bundle classes;

    PluginJars(Bundle classes) {
        this.classes = classes;
    }

    /**
     * Writes a plugin.
     *
     * @param api the range of versions of the API that it wants
     */
    void write(Path file, String version, String behaviour, String api) throws IOException {
        write(file, manifest(version, behaviour, api));
    }

    /** Writes a plugin of each of the {@linkplain #KINDS kinds}, called after it. */
    void writeOneOfEachKind(PluginsFolder folder, String behaviour) throws IOException {
        for (Class<?> kind : KINDS) {
            Manifest manifest = manifest(kind, behaviour);
            manifest.getMainAttributes().putValue("Bundle-SymbolicName", NAME + "." + kind.getSimpleName());
            write(folder.file(file(kind)), manifest);
        }
    }

    /** What the plugin of a kind is called then. */
    static String file(Class<?> kind) {
        return kind.getSimpleName() + ".jar";
    }

    /** Writes a good plugin that needs a certain machine, as a filter. */
    void writeFor(String machine, Path file, String version, String api) throws IOException {
        Manifest manifest = manifest(version, "good", api);
        manifest.getMainAttributes().merge(new Attributes.Name("Require-Capability"),
                "switchboard.machine;filter:=\"%s\";effective:=active".formatted(machine), (one, other) -> one + "," + other);
        write(file, manifest);
    }

    /** The component's declaration: more attributes, and more elements. */
    static String component(String attributes, String elements) {
        return COMPONENT.formatted(attributes, elements);
    }

    void write(Path file, Manifest manifest) throws IOException {
        write(file, manifest, component("immediate=\"true\"", ""), bytes -> bytes);
    }

    /** @param compiled what becomes of each of the plugin's own classes */
    void write(Path file, Manifest manifest, String component, UnaryOperator<byte[]> compiled) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName()); // seen when it is whole
        try (OutputStream out = Files.newOutputStream(part); JarOutputStream jar = new JarOutputStream(out, manifest)) {
            put(jar, "OSGI-INF/tried.xml", component.getBytes(StandardCharsets.UTF_8));
            putPackage(jar, TriedModel.class.getPackageName(), compiled);
            putPackage(jar, FakeVoice.class.getPackageName(), bytes -> bytes);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void putPackage(JarOutputStream jar, String name, UnaryOperator<byte[]> compiled) throws IOException {
        for (URL entry : Collections.list(classes.findEntries(name.replace('.', '/'), "*.class", false))) {
            try (InputStream in = entry.openStream()) {
                put(jar, entry.getPath().substring(1), compiled.apply(in.readAllBytes()));
            }
        }
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    /** A model of another kind. */
    static Manifest manifest(Class<?> kind, String behaviour) {
        Manifest manifest = manifest("1.0.0", behaviour, THIS_API);
        manifest.getMainAttributes().putValue(TriedModel.KIND, kind.getName());
        manifest.getMainAttributes().putValue("Provide-Capability", capability(kind));
        return manifest;
    }

    static Manifest manifest(String version, String behaviour, String api) {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", NAME);
        headers.putValue("Bundle-Version", version);
        headers.putValue("Service-Component", "OSGI-INF/tried.xml");
        headers.putValue("Require-Capability", "osgi.extender;filter:=\"(osgi.extender=osgi.component)\"");
        headers.putValue("Provide-Capability", capability(TurnDetector.class));
        headers.putValue("Import-Package", "org.osgi.framework," + String.join(",", List.of("audio", "knowledge", "llm", "model", "stt", "tts", "turn", "vad").stream()
                .map(name -> "switchboard.api.%s;version=\"%s\"".formatted(name, api)).toList()));
        headers.putValue(TriedModel.BEHAVIOUR, behaviour);
        return manifest;
    }

    private static String capability(Class<?> kind) {
        return "switchboard.model;switchboard.model=\"%s\";kind=\"%s\"".formatted(TriedModel.LABEL, kind.getName());
    }
}
