package switchboard.company;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedServiceFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;

/**
 * The companies of all valid {@value #PID} configurations. A configuration that is not valid changes nothing: the last good
 * one stays in force. Thread-safe.
 */
@Component(immediate = true, service = {ManagedServiceFactory.class, Companies.class}, property = "service.pid=" + ConfiguredCompanies.PID)
public final class ConfiguredCompanies implements ManagedServiceFactory, Companies {

    static final String PID = "switchboard.company";

    private static final Logger log = LoggerFactory.getLogger(ConfiguredCompanies.class);
    /** What Config Admin, its JSON format and the file installer add to every configuration. */
    private static final List<String> NOT_OURS = List.of("service.", "felix.", ":configurator", "$schema");

    private final CompanyReader reader;
    private final Map<String, Company> companies = new ConcurrentHashMap<>();

    @Activate
    public ConfiguredCompanies(BundleContext context) {
        this(new CompanyReader(Path.of(Optional.ofNullable(context.getProperty("felix.fileinstall.dir")).orElse("")).toAbsolutePath()));
    }

    ConfiguredCompanies(CompanyReader reader) {
        this.reader = reader;
    }

    @Override
    public Optional<Company> find(String id) {
        return companies.values().stream().filter(company -> company.id().equals(id)).findFirst();
    }

    @Override
    public List<Company> all() {
        return companies.values().stream().sorted(Comparator.comparing(Company::id)).toList();
    }

    @Override
    public String getName() {
        return "companies";
    }

    @Override
    public void updated(String pid, Dictionary<String, ?> properties) throws ConfigurationException {
        String id = pid.substring(pid.indexOf('~') + 1);
        try {
            Company company = reader.read(id, ours(properties));
            Company before = companies.put(pid, company);
            log.info("company={} event={}", id, before == null ? "configured" : "changed");
        } catch (InvalidCompanyException e) {
            String kept = companies.containsKey(pid) ? "the last good configuration stays in force" : "the company is not reachable";
            log.error("company={} event=refused: {}; {}", id, e.getMessage(), kept);
            throw new ConfigurationException(e.key(), e.getMessage(), e);
        }
    }

    @Override
    public void deleted(String pid) {
        Company removed = companies.remove(pid);
        if (removed != null) {
            log.info("company={} event=removed", removed.id());
        }
    }

    private static Map<String, Object> ours(Dictionary<String, ?> properties) {
        return Collections.list(properties.keys()).stream()
                .filter(key -> NOT_OURS.stream().noneMatch(key::startsWith))
                .collect(Collectors.toMap(Function.identity(), properties::get));
    }
}
