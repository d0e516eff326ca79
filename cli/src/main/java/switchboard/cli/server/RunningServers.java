package switchboard.cli.server;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The servers that run with a folder of data; each has a socket there, named after its port. Thread-safe. */
public final class RunningServers {

    private static final Pattern SOCKET = Pattern.compile("(\\d{1,5})\\.sock");

    private final Path data;
    private final Progress progress;

    public RunningServers(Path data, Progress progress) {
        this.data = data;
        this.progress = progress;
    }

    /** The one that listens on this port. */
    public RunningServer at(int port) throws Server.Failure {
        List<Integer> running = ports();
        if (!running.contains(port)) {
            String others = running.isEmpty() ? "" : "; there runs one on " + words(running);
            throw new Server.Failure("no server runs on port %d with the data in %s%s. %s".formatted(port, data, others, remedy("./run --port " + port)));
        }
        return new RunningServer(socket(port), progress);
    }

    /** The only one; empty if none runs. */
    public Optional<RunningServer> only() throws Server.Failure {
        List<Integer> running = ports();
        if (running.size() > 1) {
            throw new Server.Failure("servers run on %s; choose one with --port".formatted(words(running)));
        }
        return running.stream().findFirst().map(port -> new RunningServer(socket(port), progress));
    }

    /** The only one, which must be there. */
    public RunningServer required() throws Server.Failure {
        return only().orElseThrow(() -> new Server.Failure("no server runs with the data in %s. %s".formatted(data, remedy("./run"))));
    }

    /** Of those that answer, in ascending order. */
    public List<Integer> ports() throws Server.Failure {
        List<Integer> ports = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.toList()) {
                Matcher name = SOCKET.matcher(file.getFileName().toString());
                if (name.matches() && answers(file)) {
                    ports.add(Integer.valueOf(name.group(1)));
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (AccessDeniedException e) {
            throw new Server.Failure("the servers with the data in %s belong to another user%s; become that user, or root: sudo -u USER ./switchboard …".formatted(data, owner()));
        } catch (IOException e) {
            throw new Server.Failure("cannot look for servers in %s: %s".formatted(folder(), e));
        }
        return ports.stream().sorted().toList();
    }

    private static String remedy(String start) {
        return "Start one with " + start + ", or name the folder of data of the one that runs: ./switchboard --data DIR …";
    }

    private static String words(List<Integer> ports) {
        return (ports.size() == 1 ? "port " : "the ports ") + ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private String owner() {
        try {
            return " (" + Files.getOwner(folder()).getName() + ")";
        } catch (IOException e) {
            return "";
        }
    }

    private Path folder() {
        return data.resolve("servers");
    }

    private Path socket(int port) {
        return folder().resolve(port + ".sock");
    }

    /** A server that was killed leaves its socket behind. */
    private static boolean answers(Path socket) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
