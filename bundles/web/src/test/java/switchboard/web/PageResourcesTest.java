package switchboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The content security policy forbids all of this; a browser would only say so in its console. */
class PageResourcesTest {

    /** The name of a namespace, never fetched. */
    private static final String SVG_NAMESPACE = "xmlns=\"http://www.w3.org/2000/svg\"";

    private final Assets assets = new Assets();

    @ParameterizedTest
    @MethodSource("files")
    void every_file_is_served_under_its_name(Path file) throws IOException {
        assertThat(assets.find(file.getFileName().toString())).hasValueSatisfying(asset ->
                assertThat(asset.bytes()).hasSizeGreaterThan(0));
    }

    @ParameterizedTest
    @MethodSource("files")
    void nothing_comes_from_elsewhere(Path file) throws IOException {
        assertThat(Files.readString(file).replace(SVG_NAMESPACE, "")).doesNotContainPattern("(?i)(https?:|wss?:|[\"'(=]\\s*)//[a-z0-9]");
    }

    @ParameterizedTest
    @MethodSource("files")
    void no_style_or_handler_is_written_into_an_element(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text).doesNotContainPattern("(?i)<[^>]*\\s(style|on[a-z]+)\\s*=");
        assertThat(text).doesNotContainPattern("(?i)<style|javascript:|\\beval\\(|new Function\\(|innerHTML|insertAdjacentHTML|document\\.write|setAttribute\\('style'");
    }

    @Test
    void every_script_of_the_page_is_a_file() throws IOException {
        List<String> scripts = matches("<script([^>]*>[^<]*)</script>", index());

        assertThat(scripts).hasSize(1).allSatisfy(script -> assertThat(script).matches(".*\\ssrc=\"/assets/[a-z]+\\.js\">\\s*"));
    }

    @Test
    void every_file_the_page_refers_to_is_there() throws IOException {
        List<String> links = matches("(?:href|src)=\"/assets/([^\"]+)\"", index());

        assertThat(links).contains("app.js", "style.css").allSatisfy(name -> assertThat(assets.find(name)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_module_a_module_imports_is_there(Path file) throws IOException {
        assertThat(matches("from '\\./([^']+)'", Files.readString(file))).allSatisfy(name -> assertThat(assets.find(name)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_element_that_a_module_looks_up_is_on_the_page(Path file) throws IOException {
        List<String> ids = matches("\\sid=\"([^\"]+)\"", index());

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(matches("\\bat\\('([^']+)'\\)", Files.readString(file)));
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.sorted().toList().stream();
        }
    }

    private static String index() throws IOException {
        return Files.readString(folder().resolve("index.html"));
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(Assets.class.getResource("page")).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
    }
}
