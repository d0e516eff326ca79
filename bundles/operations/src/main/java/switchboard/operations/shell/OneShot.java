package switchboard.operations.shell;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.call.Lines;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.model.QuarantinedModels;

/**
 * Runs commands of the shell once, as soon as calls would be taken and no model is on its way or on trial, and stops the server: the command line
 * {@code ./switchboard}. The framework property {@value #COMMANDS} names a file: a command per line, its name and arguments
 * separated by tabs. What they print goes to that file's neighbour {@code .out}; an error, to {@code .err}, ends the series.
 */
@Component(service = OneShot.class, immediate = true)
public final class OneShot {

    static final String COMMANDS = "switchboard.commands";

    private static final Logger log = LoggerFactory.getLogger(OneShot.class);
    private static final long KNOWLEDGE_MS = 10_000;
    private static final long MODELS_MS = 300_000;
    private static final long COMPANIES_MS = 5_000;

    private final BundleContext context;
    private final Companies companies;
    private final Knowledge knowledge;
    private final Models models;
    private final QuarantinedModels plugins;
    private final Optional<Thread> thread;

    /** @param lines exist once every kind of model does */
    @Activate
    public OneShot(BundleContext context, @Reference Lines lines, @Reference Companies companies, @Reference Knowledge knowledge,
            @Reference Models models, @Reference QuarantinedModels plugins) {
        this.context = context;
        this.companies = companies;
        this.knowledge = knowledge;
        this.models = models;
        this.plugins = plugins;
        this.thread = Optional.ofNullable(context.getProperty(COMMANDS)).map(file -> new Thread(() -> run(Path.of(file)), "one-shot"));
        thread.ifPresent(Thread::start);
    }

    @Deactivate
    void stop() {
        thread.ifPresent(Thread::interrupt);
    }

    private void run(Path file) {
        try {
            awaitModels();
            awaitCompanies();
            awaitKnowledge();
            List<String> out = new ArrayList<>();
            try {
                for (String line : Files.readAllLines(file)) {
                    out.add(execute(line.split("\t")));
                }
            } catch (InvocationTargetException e) {
                Files.writeString(Path.of(file + ".err"), String.valueOf(e.getCause().getMessage()));
            } catch (ReflectiveOperationException | InvalidSyntaxException | IllegalArgumentException e) {
                Files.writeString(Path.of(file + ".err"), String.valueOf(e.getMessage()));
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

    private String execute(String[] words) throws ReflectiveOperationException, InvalidSyntaxException {
        String name = words[0];
        Object command = command(name).orElseThrow(() -> new IllegalArgumentException("there is no command '" + name + "'"));
        String[] arguments = Arrays.copyOfRange(words, 1, words.length);
        return String.valueOf(command.getClass().getMethod(name, String[].class).invoke(command, (Object) arguments));
    }

    private Optional<Object> command(String name) throws InvalidSyntaxException {
        if (!name.matches("[a-z]+")) {
            return Optional.empty();
        }
        ServiceReference<?>[] found =
                context.getAllServiceReferences(null, "(&(osgi.command.scope=voice)(osgi.command.function=" + name + "))");
        return found == null ? Optional.empty() : Optional.ofNullable(context.getService(found[0]));
    }

    /** Calls are taken while there is one model of a kind; the company that is asked for may have chosen another. */
    private void awaitModels() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MODELS_MS);
        while (System.nanoTime() < end && (!plugins.decided() || models.status().stream().anyMatch(OneShot::isLoading))) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static boolean isLoading(ModelStatus model) {
        return model.state() == ModelStatus.State.LOADING;
    }

    /** A company that was refused because its model was not there yet is read again now. */
    private void awaitCompanies() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(COMPANIES_MS);
        while (System.nanoTime() < end && (companies.all().isEmpty() || !companies.problems().isEmpty())) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** A question is answered from what is written down only when it has been read. */
    private void awaitKnowledge() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(KNOWLEDGE_MS);
        for (Company company : companies.all()) {
            while (company.knowledge().isPresent() && System.nanoTime() < end && knowledge.search(company, company.name(), 1).isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }
}
