package switchboard.operations.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ShellSocketTest {

    @TempDir
    Path data;

    private final CommandProcessorImpl gogo = new CommandProcessorImpl(new ThreadIOImpl());
    private Path file;
    private ShellSocket socket;

    @BeforeEach
    void a_server_runs() {
        file = data.resolve("servers/8080.sock");
        gogo.addCommand("test", new Greeter(), "greet");
        socket = open();
    }

    @AfterEach
    void it_stops() throws IOException {
        socket.close();
    }

    @Test
    void a_command_is_taken_word_by_word_and_answered() throws Exception {
        assertThat(visit("{\"run\": [\"say\", \"a 'b' $c; d\"]}")).containsExactly("{\"out\":\"say|a 'b' $c; d\\n\"}", "{\"end\":0}");
        assertThat(visit("{\"run\": [\"fail\"]}")).containsExactly("{\"failed\":\"no such model\"}", "{\"end\":1}");
        assertThat(visit("{\"run\": [\"silent\"]}")).containsExactly("{\"end\":0}");
    }

    @Test
    void a_line_is_taken_as_the_shell_does() throws Exception {
        assertThat(visit("{\"line\": \"greet Ann\"}")).containsExactly("{\"out\":\"Hello Ann\\n\"}", "{\"end\":0}");
        assertThat(visit("{\"line\": \"nothing\"}")).hasSize(2).first().asString().contains("failed", "nothing");
    }

    @Test
    void a_shell_goes_on_after_a_failure_until_its_visitor_leaves() throws Exception {
        assertThat(visit("{\"shell\": true}", "x = Ann", "nothing", "greet $x", "exit"))
                .anyMatch(frame -> frame.contains("Hello Ann")).anyMatch(frame -> frame.contains("failed")).endsWith("{\"prompt\":true}", "{\"end\":0}");
        assertThat(visit("{\"shell\": true, \"batch\": true}", "nothing", "greet Ann"))
                .noneMatch(frame -> frame.contains("Hello")).endsWith("{\"end\":1}");
    }

    @Test
    void what_is_no_request_is_refused() throws Exception {
        for (String nonsense : List.of("GET / HTTP/1.1", "{}", "[]", "")) {
            assertThat(visit(nonsense)).as(nonsense).hasSize(2).first().asString().contains("not a request");
        }
        assertThat(visit("{\"run\": [\"" + "x".repeat(70_000) + "\"]}")).isEmpty();
    }

    @Test
    void nobody_but_its_user_can_enter() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent()))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void a_socket_of_a_killed_server_is_replaced_and_one_that_is_answered_is_not() throws Exception {
        ShellSocket second = open();
        second.close();
        assertThat(visit("{\"run\": [\"say\"]}")).hasSize(2);

        socket.close();
        assertThat(file).doesNotExist();
        Files.createFile(file);
        socket = open();
        assertThat(visit("{\"run\": [\"say\"]}")).hasSize(2);
    }

    @Test
    void too_much_is_cut() throws Exception {
        List<String> frames = visit("{\"run\": [\"much\"]}");

        assertThat(frames).element(frames.size() - 2).asString().contains("the rest is left out");
        assertThat(frames).last().isEqualTo("{\"end\":1}");
        assertThat(frames.stream().mapToInt(String::length).sum()).isBetween(Printed.MOST - 100_000, Printed.MOST + 100_000);
    }

    @Test
    void a_command_that_does_not_end_is_interrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        Path other = data.resolve("other.sock");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(other));
            var visit = threads.submit(() -> {
                try (Frames frames = new Frames(server.accept())) {
                    new Visit(frames, words -> {
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                            interrupted.countDown();
                        }
                        return "";
                    }, gogo, threads, Duration.ofMillis(10)).receive();
                }
                return null;
            });
            assertThat(visit(other, "{\"run\": [\"endless\"]}")).hasSize(2).first().asString().contains("interrupted");
            interrupted.await();
            visit.get();
        } finally {
            threads.shutdownNow();
        }
    }

    private ShellSocket open() {
        return new ShellSocket(Optional.of(file), ShellSocketTest::run, gogo);
    }

    private static String run(List<String> words) {
        return switch (words.get(0)) {
            case "fail" -> throw new IllegalArgumentException("no such model");
            case "silent" -> "";
            case "much" -> "x".repeat(Printed.MOST + 1);
            default -> String.join("|", words);
        };
    }

    private List<String> visit(String... lines) throws IOException {
        return visit(file, lines);
    }

    /** Says all of it and hears all that comes. */
    private static List<String> visit(Path file, String... lines) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            ByteBuffer said = ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            while (said.hasRemaining()) {
                channel.write(said);
            }
            channel.shutdownOutput();
            List<String> heard = new ArrayList<>();
            BufferedReader in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
            try {
                in.lines().forEach(heard::add);
            } catch (UncheckedIOException e) {
                assertThat(e).hasMessageContaining("reset"); // the server has left without reading all
            }
            return heard;
        }
    }

    /** A command of the shell. */
    public static final class Greeter {

        public String greet(String whom) {
            return "Hello " + whom;
        }
    }
}
