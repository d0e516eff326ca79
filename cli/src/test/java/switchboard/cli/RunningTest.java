package switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import switchboard.cli.server.Progress;

/** Commands for servers that run. */
@Timeout(30)
class RunningTest {

    @TempDir
    Path data;

    private final List<ServerSocketChannel> servers = new ArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void all_servers_stop() throws IOException {
        for (ServerSocketChannel server : servers) {
            server.close();
        }
    }

    @Test
    void the_only_server_that_runs_is_asked() throws Exception {
        serve(8081, "{\"out\": \"Kokoro\\n\"}", "{\"end\": 0}");

        assertThat(execute("models", "--json")).isZero();
        assertThat(execute("swap", "kokoro@1.1")).isZero();
        assertThat(execute("canary", "kokoro@1.1", "10", "--port", "8081")).isZero();
        assertThat(execute("shadow", "--end", "TurnDetector")).isZero();
        assertThat(execute("ask", "--company", "acme", "Are you open?")).isZero();
        assertThat(execute("calls")).isZero();

        assertThat(requests).containsExactly("{\"run\":[\"models\",\"--json\"]}", "{\"run\":[\"swap\",\"kokoro@1.1\"]}", "{\"run\":[\"canary\",\"kokoro@1.1\",\"10\"]}",
                "{\"run\":[\"shadow\",\"--end\",\"TurnDetector\"]}", "{\"run\":[\"ask\",\"--company\",\"acme\",\"Are you open?\"]}", "{\"run\":[\"calls\"]}");
        assertThat(out.toString()).startsWith("Kokoro\nKokoro\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_failure_of_the_server_is_told_with_what_it_printed_before() throws Exception {
        serve(8081, "{\"out\": \"so far\\n\"}", "{\"failed\": \"no warm model is called 'x'\"}", "{\"end\": 1}");

        assertThat(execute("swap", "x")).isEqualTo(1);

        assertThat(out.toString()).isEqualTo("so far\n");
        assertThat(err).hasToString("switchboard: no warm model is called 'x'\n");
    }

    @Test
    void of_two_servers_one_must_be_chosen() throws Exception {
        serve(8080, "{\"out\": \"first\\n\"}", "{\"end\": 0}");
        serve(8081, "{\"out\": \"second\\n\"}", "{\"end\": 0}");

        assertThat(execute("models")).isEqualTo(1);
        assertThat(err.toString()).contains("8080, 8081", "--port");
        assertThat(execute("models", "--port", "8081")).isZero();
        assertThat(out.toString()).isEqualTo("second\n");
    }

    @Test
    void without_a_server_it_is_said_what_to_do() throws Exception {
        Files.createDirectories(data.resolve("servers"));
        try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(data.resolve("servers/8080.sock")));
        }
        for (List<String> command : List.of(List.of("swap", "x"), List.of("canary", "x", "1"), List.of("rollback", "TextToSpeech"), List.of("shadow", "x"),
                List.of("calls"), List.of("drain"), List.of("shell"), List.of("models", "--port", "8080"))) {
            assertThat(execute(command.toArray(String[]::new))).as(command.toString()).isEqualTo(1);
            assertThat(err.toString()).as(command.toString()).contains("no server runs", "./run", "--data");
            err.getBuffer().setLength(0);
        }
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_server_that_falls_silent_is_a_failure() throws Exception {
        serve(8081, "{\"out\": \"so far\"}");

        assertThat(execute("models")).isEqualTo(1);
        assertThat(err.toString()).contains("did not answer to the end");
    }

    @Test
    void a_line_goes_to_the_shell_as_it_was_typed() throws Exception {
        serve(8081, "{\"out\": \"Kokoro\\n\"}", "{\"end\": 0}");

        assertThat(execute("shell", "voice:models", "--json")).isZero();

        assertThat(requests).containsExactly("{\"line\":\"voice:models --json\"}");
        assertThat(out.toString()).isEqualTo("Kokoro\n");
    }

    @Test
    void while_a_line_runs_it_is_shown_but_never_over_half_a_line() throws Exception {
        serve(8081, "{\"out\": \"Kokoro\\n\"}", "{\"out\": \"Piper \"}", "{\"out\": \"1.0\\n\"}", "{\"end\": 0}");
        Progress bar = doing -> {
            out.append("<" + doing);
            return () -> out.append(">");
        };

        assertThat(execute(bar, "shell", "voice:models")).isZero();

        assertThat(out.toString()).isEqualTo("<voice:models>Kokoro\n<voice:models>Piper 1.0\n<voice:models>");
    }

    @Test
    void a_conversation_is_answered_line_by_line() throws Exception {
        serve(8081, "{\"out\": \"Gladly.\\n\"}", "{\"end\": 0}");
        List<String> printedBefore = new ArrayList<>();
        InputStream usual = System.in;
        System.setIn(spoken(List.of("A table?\n", "For two.\n"), () -> printedBefore.add(out.toString())));
        try {
            assertThat(execute("ask", "--company", "acme", "-")).isZero();
        } finally {
            System.setIn(usual);
        }

        assertThat(printedBefore).containsExactly("", "Gladly.\n");
        assertThat(requests).hasSize(2).last(STRING).contains("For two.");
    }

    /** Input that comes piece by piece, as from somebody who types. */
    private static InputStream spoken(List<String> pieces, Runnable beforeEach) {
        Iterator<String> left = pieces.iterator();
        return new SequenceInputStream(new Enumeration<>() {

            @Override
            public boolean hasMoreElements() {
                return left.hasNext();
            }

            @Override
            public InputStream nextElement() {
                beforeEach.run();
                return new ByteArrayInputStream(left.next().getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private int execute(String... arguments) {
        return execute(Progress.SILENT, arguments);
    }

    private int execute(Progress progress, String... arguments) {
        Switchboard switchboard = new Switchboard(data, data, options -> (doing, commands) -> {
            throw new AssertionError("no server is to be started");
        }, progress);
        return Main.commandLine(switchboard).setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true)).execute(arguments);
    }

    /** A server that answers every visitor the same. */
    private void serve(int port, String... frames) throws IOException {
        Files.createDirectories(data.resolve("servers"));
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(data.resolve("servers/" + port + ".sock")));
        servers.add(server);
        Thread thread = new Thread(() -> {
            while (server.isOpen()) {
                try (SocketChannel visitor = server.accept()) {
                    String request = new BufferedReader(Channels.newReader(visitor, StandardCharsets.UTF_8)).readLine();
                    if (request != null) {
                        requests.add(request);
                        visitor.write(ByteBuffer.wrap((String.join("\n", frames) + "\n").getBytes(StandardCharsets.UTF_8)));
                    }
                } catch (IOException e) {
                    // closed, or a visitor that only looked whether somebody is there
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
