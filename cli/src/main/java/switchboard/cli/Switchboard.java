package switchboard.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import switchboard.cli.server.Progress;
import switchboard.cli.server.RunningServers;
import switchboard.cli.server.Server;

/** {@code switchboard}: the options that stand before the command. Confined to one thread. */
@Command(name = "switchboard", synopsisSubcommandLabel = "COMMAND",
        description = "A voice platform for companies: one entry to everything.",
        footer = {"", "COMMAND --help explains one. Those that need a server ask the one that runs with the same data; if none "
                + "does, most start one of their own, which stops afterwards.",
                "Exit status: 0 done, 1 failed, 2 not understood."})
public final class Switchboard implements Runnable {

    private final Path home;
    private final Path usersData;
    private final Function<List<String>, Server> servers;
    private final Progress progress;

    @Option(names = "--companies", paramLabel = "DIR", description = "folder of company files (cnf/companies)")
    private @Nullable Path companies;
    @Option(names = "--models", paramLabel = "DIR", description = "folder of model files (the user's cache)")
    private @Nullable Path models;
    @Option(names = "--data", paramLabel = "DIR", description = "bookings and records (the user's data folder)")
    private @Nullable Path data;
    @Option(names = "--plugins", paramLabel = "DIR", description = "folder of model bundles to drop in (plugins)")
    private @Nullable Path plugins;
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "explains the command")
    private boolean help;
    @Spec
    private CommandSpec spec;

    /**
     * @param home      the folder of the checkout
     * @param usersData the folder of data, if none is given
     * @param servers   makes a server from the options of {@code run}
     * @param progress  of what takes longer than a second
     */
    public Switchboard(Path home, Path usersData, Function<List<String>, Server> servers, Progress progress) {
        this.home = home;
        this.usersData = usersData;
        this.servers = servers;
        this.progress = progress;
    }

    public Path home() {
        return home;
    }

    public CompanyFolder companies() {
        return new CompanyFolder(companies == null ? home.resolve("cnf/companies") : companies.toAbsolutePath());
    }

    /** Empty for the user's own. */
    public Optional<Path> data() {
        return Optional.ofNullable(data);
    }

    public Progress progress() {
        return progress;
    }

    /** Those that run with the same data. */
    public RunningServers running() {
        return new RunningServers((data == null ? usersData : data).toAbsolutePath(), progress);
    }

    /** The only one that runs with the same data; empty if none does, or if it is not to be used because other options are given. */
    public Optional<Server> runningServer() throws Server.Failure {
        return companies == null && models == null && plugins == null ? running().only().map(Server.class::cast) : Optional.empty();
    }

    /** A server of its own, with the options that were given. */
    public Server server() {
        return servers.apply(options(data));
    }

    /** The same, but with other data. */
    public Server serverOn(Path otherData) {
        return servers.apply(options(otherData));
    }

    /** No command is an error, so that a script notices. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** Where the models are, for {@code run}. */
    public List<String> modelOptions() {
        List<String> options = new ArrayList<>();
        add(options, "--models", models);
        return options;
    }

    private List<String> options(@Nullable Path someData) {
        List<String> options = new ArrayList<>();
        add(options, "--companies", companies);
        add(options, "--models", models);
        add(options, "--data", someData);
        add(options, "--plugins", plugins);
        return options;
    }

    private static void add(List<String> options, String name, @Nullable Path folder) {
        if (folder != null) {
            options.addAll(List.of(name, folder.toAbsolutePath().toString()));
        }
    }
}
