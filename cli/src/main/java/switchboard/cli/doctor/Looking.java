package switchboard.cli.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at this machine. Thread-safe; blocks. */
public final class Looking {

    private final Path home;

    /** @param home the folder of the checkout */
    public Looking(Path home) {
        this.home = home;
    }

    /**
     * All checks that need no server.
     *
     * @param ours whether a server of ours listens on the port already
     */
    public List<Finding> machine(Path data, int port, boolean ours) throws IOException {
        List<Finding> findings = new ArrayList<>();
        findings.add(Machine.java(Runtime.version().feature(), System.getProperty("java.version")));
        findings.add(Machine.cpu(System.getProperty("os.arch"), read("/proc/cpuinfo")));
        findings.add(Machine.cores(Runtime.getRuntime().availableProcessors()));
        findings.add(Machine.memory(read("/proc/meminfo"), ours));
        findings.add(Machine.disk(data.toString(), Files.getFileStore(existing(data)).getUsableSpace() >> 20));
        findings.add(Machine.libraries(bash(". cnf/packages.sh; server_packages").text, bash("ldconfig -p | grep -q libstdc++.so.6").code == 0));
        findings.add(Machine.data(data.toString(), Files.isWritable(existing(data))));
        findings.add(Machine.files(read("/proc/self/limits")));
        findings.add(Machine.network(addresses()));
        findings.add(ours ? Finding.pass("port", "a server of yours listens on " + port) : Machine.port(port, isFree(port)));
        return findings;
    }

    /** Whether all models are there and have their checksums; fetches nothing. */
    public Finding models(List<String> options) throws IOException {
        Ran ran = bash("./run --offline --fetch-only \"$@\"", options);
        String last = ran.text.strip().lines().reduce((first, second) -> second).orElse("");
        return ran.code == 0 ? Finding.pass("models", last)
                : Finding.fail("models", ran.text.strip().replace("\n", "; "), "./run --fetch-only fetches and verifies them");
    }

    /** With whatever plays sound here. */
    public Finding play(Path file) throws IOException {
        Ran ran = bash("for player in pw-play paplay aplay; do command -v $player >/dev/null && exec $player \"$1\"; done; echo none is installed; exit 1", List.of(file.toString()));
        return ran.code == 0 ? Finding.pass("sound", "the verdict was played")
                : Finding.warn("sound", "the verdict was not played: " + ran.text.strip().replace("\n", "; "), "sudo apt-get install alsa-utils, or listen to " + file);
    }

    /** Where callers from elsewhere could reach this machine. */
    private static List<String> addresses() throws IOException {
        return NetworkInterface.networkInterfaces().filter(Looking::isUp).flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress()).map(InetAddress::getHostAddress).toList();
    }

    private static boolean isUp(NetworkInterface some) {
        try {
            return some.isUp();
        } catch (SocketException e) {
            return false;
        }
    }

    private Ran bash(String script) throws IOException {
        return bash(script, List.of());
    }

    private Ran bash(String script, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", script, "doctor"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Ran(process.waitFor(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A folder that does not exist yet lies on the disk of the one above it. */
    private static Path existing(Path folder) {
        Path some = folder.toAbsolutePath();
        while (!Files.exists(some)) {
            some = some.getParent();
        }
        return some;
    }

    private static String read(String file) throws IOException {
        return Files.isReadable(Path.of(file)) ? Files.readString(Path.of(file)) : "";
    }

    private record Ran(int code, String text) {}
}
