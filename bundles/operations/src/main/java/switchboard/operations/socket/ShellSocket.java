package switchboard.operations.socket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.apache.felix.service.command.CommandProcessor;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.operations.data.DataFolder;
import switchboard.operations.shell.VoiceCommands;

/**
 * Lets the command line {@code ./switchboard} reach the running server: {@code servers/<port>.sock} in the folder of data. Only who
 * may enter that folder can connect: the server's own user, and root. A server that runs one series of commands has no socket.
 * Thread-safe.
 */
@Component(service = ShellSocket.class, immediate = true)
public final class ShellSocket {

    /** The commands of the command line {@code ./switchboard}, for a server of its own. */
    private static final String ONE_SHOT = "switchboard.commands";
    private static final String PORT = "org.osgi.service.http.port";
    private static final Logger log = LoggerFactory.getLogger(ShellSocket.class);
    private static final int MOST_VISITORS = 8;
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final CommandProcessor gogo;
    private final Visit.Commands commands;
    private final Semaphore seats = new Semaphore(MOST_VISITORS);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "shell-socket");
        thread.setDaemon(true);
        return thread;
    });
    private final Optional<Path> file;
    private final Optional<ServerSocketChannel> socket;

    @Activate
    public ShellSocket(BundleContext context, @Reference CommandProcessor gogo) {
        this(Optional.ofNullable(context.getProperty(PORT)).filter(port -> context.getProperty(ONE_SHOT) == null)
                .map(port -> DataFolder.of(context).resolve("servers").resolve(port + ".sock")), new VoiceCommands(context)::run, gogo);
    }

    /** @param file the socket's; empty for none */
    ShellSocket(Optional<Path> file, Visit.Commands commands, CommandProcessor gogo) {
        this.gogo = gogo;
        this.commands = commands;
        this.file = file;
        this.socket = file.flatMap(ShellSocket::open);
        socket.ifPresent(some -> threads.execute(() -> accept(some)));
    }

    @Deactivate
    void close() throws IOException {
        if (socket.isPresent()) {
            socket.get().close();
            Files.deleteIfExists(file.orElseThrow());
        }
        threads.shutdownNow();
    }

    /** The folder is closed to others before there is a socket in it. */
    private static Optional<ServerSocketChannel> open(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
            if (isAnswered(file)) {
                throw new IOException("another server answers there");
            }
            Files.deleteIfExists(file); // of a server that was killed
            ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                socket.bind(UnixDomainSocketAddress.of(file));
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                return Optional.of(socket);
            } catch (IOException | RuntimeException e) {
                socket.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            log.warn("socket={} cannot be opened, so ./switchboard does not reach this server: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isAnswered(Path file) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            return channel.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void accept(ServerSocketChannel some) {
        try {
            while (true) {
                SocketChannel visitor = some.accept();
                threads.execute(() -> receive(visitor));
            }
        } catch (ClosedChannelException e) {
            log.debug("closed", e);
        } catch (IOException | RuntimeException e) {
            log.error("socket={} takes no visitors any more; ./switchboard does not reach this server until it is started again", file, e);
        }
    }

    private void receive(SocketChannel visitor) {
        boolean seated = seats.tryAcquire();
        try (Frames frames = new Frames(visitor)) {
            if (seated) {
                new Visit(frames, commands, gogo, threads, DEADLINE).receive();
            } else {
                frames.failed("%d others are using the shell already".formatted(MOST_VISITORS));
                frames.end(false);
            }
        } catch (IOException e) {
            log.debug("event=visitor-left", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (seated) {
                seats.release();
            }
        }
    }
}
