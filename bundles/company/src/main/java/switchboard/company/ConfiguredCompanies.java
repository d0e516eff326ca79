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
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedServiceFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyProblem;
import switchboard.api.model.Models;

/**
 * The companies of all valid {@value #PID} configurations, whoever made them. A configuration that is not valid changes
 * nothing: the last good one stays in force. Thread-safe.
 */
@Component(immediate = true, service = {ManagedServiceFactory.class, Companies.class}, property = "service.pid=" + ConfiguredCompanies.PID)
public final class ConfiguredCompanies implements ManagedServiceFactory, Companies {

    static final String PID = "switchboard.company";
    /** The file that a configuration was read from, if it was. */
    static final String FILE = PID + ".file";

    private static final Logger log = LoggerFactory.getLogger(ConfiguredCompanies.class);
    /** What Config Admin, its JSON format and editors add to every configuration. */
    private static final List<String> NOT_OURS = List.of("service.", "felix.", ":configurator", "$schema", FILE);

    /** A company and where it was configured. */
    private record Configured(Company company, String source) {}

    private final CompanyReader reader;
    private final Path folder;
    private final Problems problems;
    private final Map<String, Configured> byPid = new HashMap<>();
    /** Those whose id another one has, in the hope that it goes. */
    private final Map<String, Dictionary<String, ?>> waiting = new TreeMap<>();
    private volatile SortedMap<String, Company> byId = new TreeMap<>();

    @Activate
    public ConfiguredCompanies(BundleContext context, @Reference Models models, @Reference Problems problems) {
        this(CompanyReader.of(models), CompanyFiles.folder(context), problems);
    }

    /** @param folder what a knowledge folder is relative to, if the configuration was not read from a file */
    ConfiguredCompanies(CompanyReader reader, Path folder, Problems problems) {
        this.reader = reader;
        this.folder = folder;
        this.problems = problems;
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
        return problems.all();
    }

    @Override
    public String getName() {
        return "companies";
    }

    @Override
    public synchronized void updated(String pid, Dictionary<String, ?> properties) throws ConfigurationException {
        String source = file(properties).map(file -> file.getFileName().toString()).orElse(pid);
        String name = pid.substring(pid.indexOf('~') + 1);
        try {
            Company company = reader.read(name, ours(properties), file(properties).map(Path::getParent).orElse(folder));
            waiting.remove(pid);
            requireUniqueId(pid, company, properties);
            boolean known = byPid.put(pid, new Configured(company, source)) != null;
            problems.clear(pid);
            publish();
            log.info("company={} event={}", company.id(), known ? "changed" : "configured");
        } catch (InvalidCompanyException e) {
            String id = byPid.containsKey(pid) ? byPid.get(pid).company().id() : name;
            problems.report(pid, e.mistakes().stream().map(mistake -> new CompanyProblem(id, source, mistake.message())).toList());
            String kept = byPid.containsKey(pid) ? "the last good configuration stays in force" : "the company is not reachable";
            log.error("company={} source={} event=refused: {}; {}", id, source, e.getMessage(), kept);
            throw new ConfigurationException(e.mistakes().get(0).key(), e.getMessage(), e);
        }
        retryWaiting();
    }

    @Override
    public synchronized void deleted(String pid) {
        waiting.remove(pid);
        problems.clear(pid);
        Configured removed = byPid.remove(pid);
        if (removed != null) {
            publish();
            log.info("company={} event=removed", removed.company().id());
            retryWaiting();
        }
    }

    private void requireUniqueId(String pid, Company company, Dictionary<String, ?> properties) throws InvalidCompanyException {
        for (Map.Entry<String, Configured> other : byPid.entrySet()) {
            if (other.getValue().company().id().equals(company.id()) && !other.getKey().equals(pid)) {
                waiting.put(pid, properties);
                String allowed = "unique in the server, and " + other.getValue().source() + " has it";
                throw new InvalidCompanyException(List.of(Mistake.of("id", company.id(), allowed)));
            }
        }
    }

    private void retryWaiting() {
        for (Map.Entry<String, Dictionary<String, ?>> one : new TreeMap<>(waiting).entrySet()) {
            boolean taken = byId.containsKey(idOf(one.getKey(), one.getValue()));
            if (!taken) {
                waiting.remove(one.getKey());
                try {
                    updated(one.getKey(), one.getValue());
                } catch (ConfigurationException e) {
                    log.debug("pid={} event=still-refused", one.getKey());
                }
            }
        }
    }

    private static String idOf(String pid, Dictionary<String, ?> properties) {
        return properties.get("id") instanceof String id ? id.strip() : pid.substring(pid.indexOf('~') + 1);
    }

    private void publish() {
        byId = byPid.values().stream().map(Configured::company).collect(Collectors.toMap(Company::id, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    private static Optional<Path> file(Dictionary<String, ?> properties) {
        return Optional.ofNullable(properties.get(FILE)).map(file -> Path.of(file.toString()));
    }

    /** The company's own keys and values. */
    static Map<String, Object> ours(Dictionary<String, ?> properties) {
        return Collections.list(properties.keys()).stream()
                .filter(key -> NOT_OURS.stream().noneMatch(key::startsWith))
                .collect(Collectors.toMap(Function.identity(), properties::get));
    }
}
