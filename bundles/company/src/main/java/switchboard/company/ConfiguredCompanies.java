package switchboard.company;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedServiceFactory;
import org.osgi.service.cm.SynchronousConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyProblem;
import switchboard.api.company.Secrets;
import switchboard.api.model.Models;

/**
 * The companies of all valid {@value #PID} configurations, whoever made them. A configuration that is not valid changes
 * nothing: the last good one stays in force. Thread-safe.
 */
@Component(immediate = true, service = {ManagedServiceFactory.class, SynchronousConfigurationListener.class, Companies.class},
        property = "service.pid=" + ConfiguredCompanies.PID)
public final class ConfiguredCompanies implements ManagedServiceFactory, SynchronousConfigurationListener, Companies {

    static final String PID = "switchboard.company";
    /** The file that a configuration was read from, if it was. */
    static final String FILE = PID + ".file";
    /** Where editors find the schema: of a file, the one key that is not the company's. */
    static final String SCHEMA = "$schema";

    private static final Logger log = LoggerFactory.getLogger(ConfiguredCompanies.class);
    /** What Config Admin, its JSON format and editors add to every configuration. */
    private static final List<String> NOT_OURS = List.of("service.", "felix.", ":configurator", SCHEMA, FILE);

    /** A company and how it was configured. */
    private record Configured(Company company, Source source) {}

    /** @param name for messages: the file's, if it was read from one */
    private record Source(String pid, String name, Dictionary<String, ?> properties) {

        static Source of(String pid, Dictionary<String, ?> properties) {
            return new Source(pid, file(properties).map(file -> file.getFileName().toString()).orElse(pid), properties);
        }

        String otherwise() {
            return pid.substring(pid.indexOf('~') + 1);
        }

        boolean isFrom(Path file) {
            return file(properties).filter(file::equals).isPresent();
        }

        /** Whether {@link CompanyFiles} judges it again. */
        boolean isFile() {
            return file(properties).isPresent();
        }
    }

    private final CompanyReader reader;
    private final Path folder;
    private final Problems problems;
    private final Surroundings surroundings;
    private final Optional<Rounds> rounds;
    private final FirstReading firstReading;
    private final Map<String, Configured> byPid = new HashMap<>();
    /** What was refused, by PID: an id may become free, a voice may come, a folder may be made. */
    private final Map<String, Source> waiting = new TreeMap<>();
    private volatile SortedMap<String, Company> byId = new TreeMap<>();
    private Object circumstances = "";

    @Activate
    public ConfiguredCompanies(BundleContext context, @Reference Models models, @Reference Secrets secrets, @Reference Problems problems,
            @Reference Audience audience) {
        this(new CompanyReader(secrets, new ChosenModels(models)), CompanyFiles.folder(context), problems, audience, true);
    }

    /**
     * Looks again only when told to.
     *
     * @param folder what a knowledge folder is relative to, if the configuration was not read from a file
     */
    ConfiguredCompanies(CompanyReader reader, Path folder, Problems problems, Surroundings surroundings) {
        this(reader, folder, problems, surroundings, false);
    }

    private ConfiguredCompanies(CompanyReader reader, Path folder, Problems problems, Surroundings surroundings, boolean byItself) {
        this.reader = reader;
        this.folder = folder;
        this.problems = problems;
        this.surroundings = surroundings;
        this.firstReading = new FirstReading(folder);
        this.rounds = byItself ? Optional.of(new Rounds("companies", Rounds.PACE, this::lookAgain)) : Optional.empty();
    }

    @Deactivate
    void stop() {
        rounds.ifPresent(Rounds::close);
    }

    @Override
    public Optional<Company> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public List<Company> all() {
        return List.copyOf(byId.values());
    }

    @Override
    public List<CompanyProblem> problems() {
        return Problems.sorted(Stream.concat(problems.all().stream(), surroundings.found().stream()));
    }

    @Override
    public synchronized boolean areRead() {
        return firstReading.isOver(file -> problems.has(file.toString())
                || Stream.concat(byPid.values().stream().map(Configured::source), waiting.values().stream()).anyMatch(source -> source.isFrom(file)));
    }

    @Override
    public List<String> awaited(Company company) {
        return surroundings.awaited(company);
    }

    @Override
    public String getName() {
        return "companies";
    }

    @Override
    public synchronized void updated(String pid, Dictionary<String, ?> properties) throws ConfigurationException {
        try {
            judge(Source.of(pid, properties));
        } catch (InvalidCompanyException e) {
            throw new ConfigurationException(e.mistakes().get(0).key(), e.getMessage(), e);
        }
        lookAgain();
    }

    @Override
    public synchronized void deleted(String pid) {
        waiting.remove(pid);
        problems.clear(pid);
        Configured removed = byPid.remove(pid);
        if (removed != null) {
            publish();
            log.info("company={} event=removed", removed.company().id());
            surroundings.removed(removed.company().id());
            lookAgain();
        }
    }

    /**
     * Config Admin tells a factory nothing of the end of a configuration that it refused at first, though it may have become valid
     * since. Synchronous, so that this is not taken for the end of one that is made anew at once.
     */
    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (event.getType() == ConfigurationEvent.CM_DELETED && PID.equals(event.getFactoryPid())) {
            deleted(event.getPid());
        }
    }

    /**
     * Tries again what was refused, and, if models came or went, also what no file will bring again: a voice may have become
     * wrong, or right. Called four times a second.
     */
    synchronized void lookAgain() {
        Map<String, Source> doubtful = new TreeMap<>(waiting);
        Object now = reader.circumstances();
        if (!now.equals(circumstances)) {
            circumstances = now;
            byPid.values().stream().map(Configured::source).filter(source -> !source.isFile()).forEach(source -> doubtful.putIfAbsent(source.pid(), source));
        }
        doubtful.values().forEach(source -> {
            try {
                judge(source);
            } catch (InvalidCompanyException e) {
                log.debug("pid={} event=still-refused", source.pid());
            }
        });
    }

    /** Puts a configuration in force, or notes why it is not. */
    private void judge(Source source) throws InvalidCompanyException {
        String pid = source.pid();
        try {
            Company company = reader.read(source.otherwise(), ours(source.properties()), file(source.properties()).map(Path::getParent).orElse(folder));
            requireUniqueId(pid, company);
            waiting.remove(pid);
            Optional<Company> before = Optional.ofNullable(byPid.put(pid, new Configured(company, source))).map(Configured::company);
            if (problems.clear(pid)) {
                log.info("company={} source={} event=accepted", company.id(), source.name());
            }
            if (!before.equals(Optional.of(company))) {
                publish();
                log.info("company={} event={}", company.id(), before.isPresent() ? "changed" : "configured");
                before.map(Company::id).filter(id -> !byId.containsKey(id)).ifPresent(surroundings::removed);
                surroundings.changed(company);
            }
        } catch (InvalidCompanyException e) {
            waiting.put(pid, source);
            String id = byPid.containsKey(pid) ? byPid.get(pid).company().id() : source.otherwise();
            if (problems.report(pid, e.mistakes().stream().map(mistake -> new CompanyProblem(id, source.name(), mistake.message())).toList())) {
                String kept = byPid.containsKey(pid) ? "the last good configuration stays in force" : "the company is not reachable";
                log.error("company={} source={} event=refused: {}; {}", id, source.name(), e.getMessage(), kept);
            }
            throw e;
        }
    }

    private void requireUniqueId(String pid, Company company) throws InvalidCompanyException {
        for (Map.Entry<String, Configured> other : byPid.entrySet()) {
            if (other.getValue().company().id().equals(company.id()) && !other.getKey().equals(pid)) {
                throw new InvalidCompanyException(List.of(Mistake.notUnique(company.id(), other.getValue().source().name())));
            }
        }
    }

    private void publish() {
        byId = byPid.values().stream().map(Configured::company).collect(Collectors.toMap(Company::id, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    private static Optional<Path> file(Dictionary<String, ?> properties) {
        return Optional.ofNullable(properties.get(FILE)).map(file -> Path.of(file.toString()));
    }

    /** The company's own keys and values, of a configuration that Config Admin has. */
    static Map<String, Object> ours(Dictionary<String, ?> properties) {
        return Collections.list(properties.keys()).stream()
                .filter(key -> NOT_OURS.stream().noneMatch(key::startsWith))
                .collect(Collectors.toMap(Function.identity(), properties::get));
    }
}
