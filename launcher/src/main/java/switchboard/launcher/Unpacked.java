package switchboard.launcher;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * run.jar, unpacked once into a folder of the user's cache, its bundles without compression, so that no start inflates the
 * same classes and native libraries again.
 *
 * <p>The folder's name is made of run.jar's size, time of change and inode: another run.jar has another folder. A folder is
 * moved into place whole; one in which a file does not look as it was written is thrown away and made again.
 */
final class Unpacked {

    /** The folder's folder of ONNX Runtime's libraries, which that would otherwise copy out of its jar, 28 MB, at every start. */
    static final String NATIVE = "native";

    private static final String RUNTIME = "ai/onnxruntime/native/";
    private static final String SEAL = ".sealed";
    private static final int BUFFER = 1 << 16;
    private static final Duration UNUSED = Duration.ofDays(7);

    private final Path cache;

    /** @param cache holds a folder for each run.jar */
    Unpacked(Path cache) {
        this.cache = cache;
    }

    /** The folder with what is in the jar; takes a second or two the first time. */
    Path folder(Path jar) throws IOException {
        Path folder = cache.resolve(key(jar));
        if (!isWhole(folder)) {
            make(jar, folder);
        }
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
        return folder;
    }

    private void make(Path jar, Path folder) throws IOException {
        Files.createDirectories(cache);
        Path fresh = Files.createTempDirectory(cache, ".new");
        try {
            unpack(jar, fresh);
            Files.writeString(fresh.resolve(SEAL), seal(fresh));
            putInPlace(fresh, folder);
        } finally {
            delete(fresh);
        }
        removeUnused();
    }

    /** If another process was faster, its folder is as good as ours. */
    private void putInPlace(Path fresh, Path folder) throws IOException {
        if (Files.exists(folder) && !isWhole(folder)) {
            delete(Files.move(folder, fresh.resolveSibling(fresh.getFileName() + ".damaged"), StandardCopyOption.ATOMIC_MOVE));
        }
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!isWhole(folder)) {
                throw e;
            }
        }
    }

    private static boolean isWhole(Path folder) throws IOException {
        Path seal = folder.resolve(SEAL);
        return Files.isRegularFile(seal) && Files.readString(seal).equals(seal(folder));
    }

    /** How every file of the folder looks. */
    private static String seal(Path folder) throws IOException {
        StringBuilder looks = new StringBuilder();
        for (Path file : files(folder)) {
            if (!file.endsWith(SEAL)) {
                looks.append(folder.relativize(file)).append(' ').append(look(file)).append('\n');
            }
        }
        return looks.toString();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String key(Path jar) throws IOException {
        CRC32 sum = new CRC32();
        String look = look(jar);
        sum.update(look.getBytes(StandardCharsets.UTF_8));
        return look.substring(0, look.indexOf(' ')) + "-" + HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** Without formatting: that would ask for the customs of this country, at each start. */
    private static String look(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.size() + " " + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS) + " " + attributes.fileKey();
    }

    /** Jars are inflated side by side. */
    private static void unpack(Path jar, Path folder) throws IOException {
        ExecutorService processors = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        List<Future<?>> inflated = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar), BUFFER))) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("%s: '%s' lies outside".formatted(jar.getFileName(), entry.getName()));
                }
                if (entry.getName().startsWith("jar/") && entry.getName().endsWith(".jar")) {
                    Files.createDirectories(target.getParent());
                    byte[] content = in.readAllBytes();
                    inflated.add(processors.submit(() -> inflate(content, target, folder.resolve(NATIVE))));
                } else if (entry.getName().equals(Product.DESCRIPTION)) {
                    Files.copy(in, target);
                }
            }
        } finally {
            processors.shutdown();
            requireAll(inflated, jar);
        }
    }

    /** Returns, or throws, when nobody writes any more. */
    private static void requireAll(List<Future<?>> inflated, Path jar) throws IOException {
        Optional<Throwable> failure = Optional.empty();
        for (Future<?> one : inflated) {
            try {
                one.get();
            } catch (ExecutionException e) {
                failure = Optional.of(e.getCause());
            } catch (InterruptedException e) {
                throw new InterruptedIOException("interrupted while %s was unpacked".formatted(jar.getFileName()));
            }
        }
        if (failure.isPresent()) {
            throw new IOException("%s cannot be unpacked: %s".formatted(jar.getFileName(), failure.get()), failure.get());
        }
    }

    /** Copies a jar without its compression; the order of its entries, the manifest first, stays. */
    private static Void inflate(byte[] jar, Path target, Path natives) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(target), BUFFER))) {
            out.setMethod(ZipOutputStream.STORED);
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                byte[] content = in.readAllBytes();
                CRC32 sum = new CRC32();
                sum.update(content);
                ZipEntry stored = new ZipEntry(entry.getName());
                stored.setTime(entry.getTime());
                stored.setSize(content.length);
                stored.setCrc(sum.getValue());
                out.putNextEntry(stored);
                out.write(content);
                if (entry.getName().startsWith(RUNTIME) && entry.getName().endsWith(".so")) {
                    Files.createDirectories(natives);
                    Files.write(natives.resolve(Path.of(entry.getName()).getFileName()), content);
                }
            }
        }
        return null;
    }

    /** Whoever runs from such a folder has its jars open and loses nothing. */
    private void removeUnused() throws IOException {
        Instant since = Instant.now().minus(UNUSED);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(cache, Files::isDirectory)) {
            for (Path folder : folders) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(since)) {
                    delete(folder);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
