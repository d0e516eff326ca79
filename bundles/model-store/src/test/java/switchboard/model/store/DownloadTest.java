package switchboard.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {

    private static final byte[] WEIGHTS = "0123456789".repeat(1_000).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private final List<Long> heard = new ArrayList<>();
    private ModelHome home;
    private Path partial;

    @BeforeEach
    void open_the_model_home() throws IOException {
        home = new ModelHome().serve("/voice", WEIGHTS);
        partial = folder.resolve("voice.partial");
    }

    @AfterEach
    void close_the_model_home() {
        home.close();
    }

    @Test
    void it_goes_on_where_an_earlier_one_stopped() throws IOException {
        Files.write(partial, Arrays.copyOf(WEIGHTS, 4_000));

        fetch("/voice");

        assertThat(partial).hasBinaryContent(WEIGHTS);
        assertThat(home.ranges()).containsExactly(Optional.of("bytes=4000-"));
    }

    @Test
    void it_goes_on_behind_a_redirect() throws IOException {
        Files.write(partial, Arrays.copyOf(WEIGHTS, 4_000));

        fetch("/moved/voice");

        assertThat(partial).hasBinaryContent(WEIGHTS);
        assertThat(home.ranges()).containsExactly(Optional.of("bytes=4000-"));
    }

    @Test
    void without_an_earlier_one_it_asks_for_all() throws IOException {
        fetch("/voice");

        assertThat(home.ranges()).containsExactly(Optional.empty());
    }

    @Test
    void nothing_is_asked_for_if_all_had_come() throws IOException {
        Files.write(partial, WEIGHTS);

        fetch("/voice");

        assertThat(home.ranges()).isEmpty();
    }

    @Test
    void what_belonged_to_another_file_is_fetched_again_from_the_beginning() throws IOException {
        Files.write(partial, new byte[4_000]);

        fetch("/voice");

        assertThat(partial).hasBinaryContent(WEIGHTS);
        assertThat(home.ranges()).containsExactly(Optional.of("bytes=4000-"), Optional.empty());
    }

    @Test
    void what_is_longer_than_the_file_is_dropped() throws IOException {
        Files.write(partial, new byte[WEIGHTS.length + 1]);

        fetch("/voice");

        assertThat(partial).hasBinaryContent(WEIGHTS);
        assertThat(home.ranges()).containsExactly(Optional.empty());
    }

    @Test
    void a_server_without_ranges_sends_all() throws IOException {
        home.forgetRanges();
        Files.write(partial, Arrays.copyOf(WEIGHTS, 4_000));

        fetch("/voice");

        assertThat(partial).hasBinaryContent(WEIGHTS);
    }

    @Test
    void a_server_with_a_shorter_file_is_refused_and_what_came_is_dropped() throws IOException {
        home.serve("/voice", Arrays.copyOf(WEIGHTS, 3_000));
        Files.write(partial, Arrays.copyOf(WEIGHTS, 4_000));

        assertThatThrownBy(() -> fetch("/voice")).hasMessage("expected 10000 bytes, the server has 3000");
        assertThat(partial).doesNotExist();
    }

    @Test
    void a_broken_connection_is_taken_up_again() throws IOException {
        home.breakAfter(4_000);

        fetch("/voice");

        assertThat(partial).hasBinaryContent(WEIGHTS);
        assertThat(home.ranges()).containsExactly(Optional.empty(), Optional.of("bytes=4000-"), Optional.of("bytes=8000-"));
    }

    @Test
    void what_came_before_the_last_break_is_kept_for_the_next_start() throws IOException {
        home.breakAfter(1_000);

        assertThatThrownBy(() -> fetch("/voice")).hasMessageContaining("connection");
        assertThat(partial).hasBinaryContent(Arrays.copyOf(WEIGHTS, 3_000));
    }

    @Test
    void what_came_is_kept_while_the_home_is_away() throws IOException {
        Files.write(partial, Arrays.copyOf(WEIGHTS, 4_000));
        home.close();

        assertThatThrownBy(() -> fetch("/voice")).hasMessageContaining("127.0.0.1 is not reachable");
        assertThat(partial).hasSize(4_000);
    }

    @Test
    void progress_counts_what_had_come_before() throws IOException {
        Files.write(partial, Arrays.copyOf(WEIGHTS, 4_000));

        fetch("/voice");

        assertThat(heard).first().isEqualTo(4_000L);
        assertThat(heard).last().isEqualTo(10_000L);
    }

    private void fetch(String path) throws IOException {
        Catalogue.Weights weights = new Catalogue.Weights("voice", WEIGHTS.length,
                Verification.sha256(new String(WEIGHTS, StandardCharsets.US_ASCII)), List.of());
        new Download((name, bytes, total) -> heard.add(bytes)).fetch(URI.create(home.address(path)), "voice/voice", weights, partial);
    }
}
