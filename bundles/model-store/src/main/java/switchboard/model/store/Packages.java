package switchboard.model.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Members of packages, which each registry's own client downloads: pip, npm, Maven. A package is downloaded once. Confined
 * to one thread.
 */
final class Packages {

    private static final Map<String, String> CLIENTS = Map.of("pypi", "python3 with pip", "npm", "npm", "maven", "mvn");

    private final Scratch scratch;
    private final Progress progress;
    private final Map<String, Path> downloaded = new HashMap<>();

    Packages(Scratch scratch, Progress progress) {
        this.scratch = scratch;
        this.progress = progress;
    }

    /** Appends one member of a package. */
    void copy(Catalogue.Source source, String name, OutputStream out) throws IOException {
        String key = source.kind() + ":" + name;
        Path archive = downloaded.get(key);
        if (archive == null) {
            archive = download(source, name);
            downloaded.put(key, archive);
        }
        if (source.kind().equals("npm")) {
            copyFromTar(archive, source.member(), out);
        } else {
            copyFromZip(archive, source.member(), out);
        }
    }

    private Path download(Catalogue.Source source, String name) throws IOException {
        Path target = scratch.folder();
        List<String> command = switch (source.kind()) {
            case "pypi" -> pip(source, name);
            case "npm" -> List.of("npm", "pack", "--silent", name);
            case "maven" -> List.of("mvn", "-q", "-B", "dependency:copy", "-Dartifact=" + name, "-DoutputDirectory=" + target);
            default -> throw new IOException("unknown kind of source '%s' in models.json".formatted(source.kind()));
        };
        new PackageClient(CLIENTS.get(source.kind()), command, scratch.folder()).run(target, bytes -> progress.at(name, bytes, Progress.UNKNOWN));
        try (Stream<Path> files = Files.list(target)) {
            return files.findFirst().orElseThrow(() -> new IOException("%s brought no file".formatted(name)));
        }
    }

    private static List<String> pip(Catalogue.Source source, String name) {
        List<String> command = new ArrayList<>(List.of("python3", "-m", "pip", "--disable-pip-version-check",
                "download", "-q", "--no-deps", "--only-binary", ":all:"));
        if (!source.platform().isEmpty()) {
            command.addAll(List.of("--platform", source.platform()));
        }
        command.addAll(List.of("-d", ".", name));
        return command;
    }

    private static void copyFromZip(Path archive, String member, OutputStream out) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.stream().filter(candidate -> matches(candidate.getName(), member)).findFirst()
                    .orElseThrow(() -> new IOException("%s has no member %s".formatted(archive.getFileName(), member)));
            try (InputStream in = zip.getInputStream(entry)) {
                in.transferTo(out);
            }
        }
    }

    /** The ustar format, as far as npm uses it: 512-byte headers, name at 0, size in octal at 124. */
    private static void copyFromTar(Path archive, String member, OutputStream out) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive), 1 << 16)) {
            for (byte[] header; (header = in.readNBytes(512)).length == 512 && header[0] != 0; ) {
                long size = Long.parseLong(field(header, 124, 12).strip(), 8);
                if (matches(field(header, 0, 100), member)) {
                    out.write(in.readNBytes(Math.toIntExact(size)));
                    return;
                }
                in.skipNBytes((size + 511) / 512 * 512);
            }
        }
        throw new IOException("%s has no member %s".formatted(archive.getFileName(), member));
    }

    /** A star stands for any characters. */
    static boolean matches(String name, String member) {
        String pattern = Stream.of(member.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return name.matches(pattern);
    }

    private static String field(byte[] header, int at, int length) {
        String text = new String(header, at, length, java.nio.charset.StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
