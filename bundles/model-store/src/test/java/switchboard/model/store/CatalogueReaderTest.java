package switchboard.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonParseException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import switchboard.model.store.Catalogue.Model;
import switchboard.model.store.Catalogue.Source;
import switchboard.model.store.Catalogue.Weights;

class CatalogueReaderTest {

    private static final String URL = """
            {"kind": "url", "from": ["https://example.org/a"]}""";
    private static final Source A = new Source("url", List.of("https://example.org/a"), "", "", List.of());

    @Test
    void everything_is_read() {
        Catalogue read = read("""
                {"name": "voice", "version": "1", "licence": "MIT", "optional": true, "files": [{"name": "v.onnx", "size": 5000000000, "sha256": "ab", "sources": [
                  {"kind": "pypi", "from": ["a==1", "b==1"], "member": "*.onnx", "platform": "any"},
                  {"kind": "conversion", "from": ["x"], "inputs": [{"name": "in", "size": 1, "sha256": "cd", "sources": [%s]}]}]}]}""".formatted(URL));
        assertThat(read).isEqualTo(new Catalogue(List.of(new Model("voice", "1", "MIT", true, List.of(new Weights("v.onnx", 5_000_000_000L, "ab", List.of(
                new Source("pypi", List.of("a==1", "b==1"), "*.onnx", "any", List.of()),
                new Source("conversion", List.of("x"), "", "", List.of(new Weights("in", 1, "cd", List.of(A)))))))))));
    }

    @Test
    void a_model_is_needed_if_nothing_is_said() {
        assertThat(read("{\"name\": \"voice\", \"version\": \"1\", \"licence\": \"MIT\", \"files\": []}").models().get(0).optional()).isFalse();
    }

    @Test
    void what_is_missing_is_named() {
        assertThatExceptionOfType(JsonParseException.class).isThrownBy(() -> read("{\"name\": \"voice\", \"version\": \"1\", \"files\": []}"))
                .withMessageContaining("'licence' is missing").withMessageContaining("voice");
    }

    @Test
    void the_shipped_one_lists_sums_for_every_file() {
        assertThat(Catalogue.shipped().models()).isNotEmpty().flatExtracting(Model::files).extracting(Weights::sha256).allMatch(sum -> sum.matches("[0-9a-f]{64}"));
    }

    private static Catalogue read(String model) {
        return CatalogueReader.read(new StringReader("{\"models\": [%s]}".formatted(model)));
    }
}
