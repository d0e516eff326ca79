package switchboard.operations.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.call.Lines;
import switchboard.api.company.Companies;
import switchboard.api.model.Models;
import switchboard.api.model.QuarantinedModels;

/**
 * Runs commands of the shell once, as soon as calls would be taken and what their companies chose is there, and stops the server:
 * the command line {@code ./switchboard}. The framework property {@value #COMMANDS} names a file: a command per line, its name and arguments
 * separated by tabs. What they print goes to that file's neighbour {@code .out}; an error, to {@code .err}, ends the series.
 */
@Component(service = OneShot.class, immediate = true)
public final class OneShot {

    static final String COMMANDS = "switchboard.commands";

    private static final Logger log = LoggerFactory.getLogger(OneShot.class);
    /** A model that is fetched first may take this long. */
    private static final Duration COMING = Duration.ofMinutes(15);
    /** What is missing while nothing is on its way: a file of the configuration may be a moment late. */
    private static final Duration MISSING = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final BundleContext context;
    private final VoiceCommands commands;
    private final Needs needs;
    private final Optional<Thread> thread;

    /** @param lines exist once every kind of model does */
    @Activate
    public OneShot(BundleContext context, @Reference Lines lines, @Reference Companies companies, @Reference Models models,
            @Reference QuarantinedModels plugins) {
        this.context = context;
        this.commands = new VoiceCommands(context);
        this.needs = new Needs(companies, models, plugins);
        this.thread = Optional.ofNullable(context.getProperty(COMMANDS)).map(file -> new Thread(() -> run(Path.of(file)), "one-shot"));
        thread.ifPresent(Thread::start);
    }

    @Deactivate
    void stop() {
        thread.ifPresent(Thread::interrupt);
    }

    private void run(Path file) {
        try {
            List<List<String>> asked = Files.readAllLines(file).stream().map(line -> List.of(line.split("\t"))).toList();
            await(asked.stream().flatMap(words -> company(words).stream()).distinct().toList());
            List<String> out = new ArrayList<>();
            try {
                for (List<String> words : asked) {
                    out.add(commands.run(words));
                }
            } catch (VoiceCommands.Failure e) {
                Files.writeString(Path.of(file + ".err"), e.getMessage());
            }
            Files.write(Path.of(file + ".out"), out);
        } catch (IOException e) {
            log.error("commands={} could not be run", file, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            context.getBundle(0).stop();
        } catch (BundleException e) {
            log.error("the server could not be stopped", e);
        }
    }

    /** The company that a command names. */
    static Optional<String> company(List<String> words) {
        return Stream.concat(
                IntStream.range(1, words.size()).filter(i -> words.get(i - 1).equals("--company")).mapToObj(words::get),
                words.stream().filter(word -> word.startsWith("--company=")).map(word -> word.substring("--company=".length()))).findFirst();
    }

    private void await(List<String> companies) throws InterruptedException {
        long start = System.nanoTime();
        long lastComing = start;
        while (System.nanoTime() - start < COMING.toNanos()) {
            boolean missing = !needs.missing(companies).isEmpty(); // asks, so that what loads on demand begins before the next line looks
            if (needs.areComing(companies)) {
                lastComing = System.nanoTime();
            } else if (!missing || System.nanoTime() - lastComing > MISSING.toNanos()) {
                return;
            }
            Thread.sleep(LOOK.toMillis());
        }
    }
}
