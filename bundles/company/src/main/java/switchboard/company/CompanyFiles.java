package switchboard.company;

import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyProblem;
import switchboard.api.company.Secrets;
import switchboard.api.model.Models;

/**
 * Turns {@code switchboard.company~<id>.json} in the watched folder into a configuration, and back into nothing when the
 * file goes. A file that is not valid changes nothing, not even the configuration: the last good one outlives this bundle and,
 * as a copy of the file, the server.
 * It is tried again until it is valid, because a knowledge folder or a model may come later than the file that names it. Thread-safe.
 */
@Component(service = ArtifactInstaller.class)
public final class CompanyFiles implements ArtifactInstaller {

    /** Editors that write by rename leave a moment without a file; only what stays away longer is gone. */
    static final Duration GRACE = Duration.ofMillis(400);

    private static final Logger log = LoggerFactory.getLogger(CompanyFiles.class);
    /** In bytes; a company needs a few thousand. */
    private static final long LONGEST = 1_000_000;
    private static final String PREFIX = ConfiguredCompanies.PID + "~";
    private static final String SUFFIX = ".json";

    private final ConfigurationAdmin configurations;
    private final CompanyReader reader;
    private final Problems problems;
    private final Misnamed misnamed;
    private final LastGood copies;
    private final Clock clock;
    private final Optional<Rounds> rounds;
    private final Optional<FolderWatch> watch;
    /** Which file is the company's, by the name of its configuration. */
    private final Map<String, Path> owners = new HashMap<>();
    /** What the last good content of each file says, by the name of its configuration. */
    private final Map<String, Company> good = new HashMap<>();
    private final Set<Path> refused = new HashSet<>();
    private final Map<Path, Instant> missing = new HashMap<>();
    private Object circumstances = "";

    @Activate
    public CompanyFiles(BundleContext context, @Reference ConfigurationAdmin configurations, @Reference Models models, @Reference Secrets secrets,
            @Reference Problems problems) {
        this(configurations, new CompanyReader(secrets, new ChosenModels(models)), problems, LastGood.of(context), Clock.systemUTC(), true);
        watch.ifPresent(folders -> folders.add(folder(context)));
        rounds.ifPresent(rounds -> rounds.first(() -> readAll(folder(context))));
    }

    /** Looks again only when told to. */
    CompanyFiles(ConfigurationAdmin configurations, CompanyReader reader, Problems problems, LastGood copies, Clock clock) {
        this(configurations, reader, problems, copies, clock, false);
    }

    private CompanyFiles(ConfigurationAdmin configurations, CompanyReader reader, Problems problems, LastGood copies, Clock clock, boolean byItself) {
        this.configurations = configurations;
        this.reader = reader;
        this.problems = problems;
        this.misnamed = new Misnamed(problems);
        this.copies = copies;
        this.clock = clock;
        this.rounds = byItself ? Optional.of(new Rounds("company-files", Rounds.PACE, this::lookAgain)) : Optional.empty();
        this.watch = byItself ? watch() : Optional.empty();
    }

    private Optional<FolderWatch> watch() {
        try {
            return Optional.of(new FolderWatch(this::changed));
        } catch (IOException e) {
            log.warn("event=not-watched: changes of company files are noticed within seconds only: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Deactivate
    void stop() {
        rounds.ifPresent(Rounds::close);
        watch.ifPresent(FolderWatch::close);
    }

    /** The watched folder; the first, if there are several. */
    static Path folder(BundleContext context) {
        String folders = Optional.ofNullable(context.getProperty("felix.fileinstall.dir")).orElse("");
        return Path.of(folders.split(",")[0].strip()).toAbsolutePath();
    }

    @Override
    public boolean canHandle(File file) {
        return isCompany(file);
    }

    static boolean isCompany(File file) {
        return file.getName().startsWith(PREFIX) && file.getName().endsWith(SUFFIX);
    }

    /** Does not wait for the installer, which has looked before there was anybody to tell, and looks again half a second later. */
    void readAll(Path folder) {
        Optional.ofNullable(folder.toFile().listFiles()).stream().flatMap(Arrays::stream).sorted().map(File::toPath).forEach(this::changed);
    }

    @Override
    public void install(File file) {
        update(file);
    }

    /** Told sooner than the installer tells, which looks twice before it believes. */
    synchronized void changed(Path path) {
        if (!isCompany(path.toFile())) {
            misnamed.look(path);
        } else if (Files.exists(path)) {
            update(path.toFile());
        } else if (owners.containsValue(path)) {
            uninstall(path.toFile());
        }
    }

    @Override
    public synchronized void update(File file) {
        Path path = file.toPath().toAbsolutePath().normalize();
        watch.ifPresent(folders -> folders.add(path.getParent()));
        missing.remove(path);
        String name = name(path);
        Path owner = owners.getOrDefault(name, path);
        if (!owner.equals(path) && Files.exists(owner)) {
            refuse(path, List.of(new CompanyProblem(id(name), path.toString(), "'id' is '%s'; it must be unique in the server, and %s has it".formatted(name, owner))));
            return;
        }
        owners.put(name, path);
        try {
            if (Files.size(path) > LONGEST) {
                refuse(path, List.of(new CompanyProblem(id(name), path.getFileName().toString(), "the file is longer than " + LONGEST + " bytes")));
                return;
            }
            read(path, name, new CompanyText(path.getFileName().toString(), Files.readString(path)));
        } catch (CharacterCodingException e) {
            refuse(path, List.of(new CompanyProblem(id(name), path.getFileName().toString(), "the text is not UTF-8; save the file in that encoding")));
        } catch (IOException e) {
            refuse(path, List.of(new CompanyProblem(id(name), path.getFileName().toString(), "cannot be read or stored: " + e.getMessage())));
        }
    }

    private void read(Path path, String name, CompanyText text) throws IOException {
        try {
            Company company = accept(path, name, text);
            copies.keep(path, text.text());
            refused.remove(path);
            if (problems.clear(path.toString())) {
                log.info("company={} file={} event=accepted", company.id(), path.getFileName());
            }
        } catch (CompanyText.NotJsonException e) {
            refuse(path, text.problems(id(name), e));
        } catch (InvalidCompanyException e) {
            refuse(path, text.problems(id(name), e.mistakes()));
        }
    }

    private Company accept(Path path, String name, CompanyText text) throws CompanyText.NotJsonException, InvalidCompanyException, IOException {
        Hashtable<String, Object> values = text.values();
        text.requireEachKeyOnce();
        Map<String, Object> ours = new HashMap<>(values);
        ours.remove(ConfiguredCompanies.SCHEMA);
        Company company = reader.read(name, ours, path.getParent());
        requireUniqueId(path, name, company.id());
        values.put(ConfiguredCompanies.FILE, path.toString());
        configuration(name).updateIfDifferent(values);
        good.put(name, company);
        return company;
    }

    /** A server that starts finds the mistake, and not what was in force before it. */
    private void acceptLastGood(Path path, String name) {
        copies.find(path).ifPresent(text -> {
            try {
                accept(path, name, new CompanyText(path.getFileName().toString(), text));
            } catch (CompanyText.NotJsonException | InvalidCompanyException | IOException e) {
                log.debug("file={} event=last-good-is-not-valid-either", path.getFileName(), e);
            }
        });
    }

    /**
     * Here and not only where configurations are judged, because here the line is known. The file that is named after the id has it,
     * whichever was read first: a copy that somebody forgot to change must not answer for a company after the next start.
     */
    private void requireUniqueId(Path path, String name, String id) throws InvalidCompanyException {
        Path namesake = path.resolveSibling(PREFIX + id + SUFFIX);
        if (!id.equals(name) && Files.exists(namesake) && id(id).equals(id)) {
            throw new InvalidCompanyException(List.of(Mistake.notUnique(id, String.valueOf(namesake.getFileName()))));
        }
        for (Map.Entry<String, Company> other : good.entrySet()) {
            if (other.getValue().id().equals(id) && !other.getKey().equals(name)) {
                throw new InvalidCompanyException(List.of(Mistake.notUnique(id, PREFIX + other.getKey() + SUFFIX)));
            }
        }
    }

    @Override
    public synchronized void uninstall(File file) {
        missing.put(file.toPath().toAbsolutePath().normalize(), clock.instant());
    }

    /**
     * Lets go of files that stayed away, and tries refused ones again: an id may have become free (and those whose company no longer
     * fits the models, if some came or went: a voice may have become wrong). Called four times a second.
     */
    synchronized void lookAgain() {
        Map.copyOf(missing).forEach((path, since) -> {
            if (Files.exists(path)) {
                update(path.toFile());
            } else if (!since.plus(GRACE).isAfter(clock.instant())) {
                letGo(path);
            }
        });
        Object now = reader.circumstances();
        Collection<Path> doubtful = new HashSet<>(refused);
        if (!now.equals(circumstances)) {
            circumstances = now;
            good.forEach((name, company) -> {
                if (!reader.fits(company)) {
                    doubtful.add(owners.get(name));
                }
            });
        }
        doubtful.stream().filter(Files::exists).forEach(path -> update(path.toFile()));
    }

    private void letGo(Path path) {
        missing.remove(path);
        refused.remove(path);
        problems.clear(path.toString());
        if (owners.remove(name(path), path)) {
            good.remove(name(path));
            copies.forget(path);
            try {
                configuration(name(path)).delete();
            } catch (IOException e) {
                log.error("company={} event=not-removed: {}", name(path), e.getMessage());
            }
        }
    }

    private void refuse(Path path, List<CompanyProblem> found) {
        refused.add(path);
        if (path.equals(owners.get(name(path))) && !good.containsKey(name(path))) {
            acceptLastGood(path, name(path));
        }
        List<CompanyProblem> named = found.stream().map(problem -> new CompanyProblem(id(name(path)), problem.source(), problem.message())).toList();
        if (problems.report(path.toString(), named)) {
            String kept = good.containsKey(name(path)) ? "the last good configuration stays in force" : "the company is not reachable";
            named.forEach(problem -> log.error("company={} source={} event=refused: {}; {}", problem.id(), problem.source(), problem.message(), kept));
        }
    }

    /** One that somebody made by asking for its PID is not the factory's, and would reach no company: it makes room. */
    private Configuration configuration(String name) throws IOException {
        Configuration found = configurations.getFactoryConfiguration(ConfiguredCompanies.PID, name, "?");
        if (found.getFactoryPid() == null) {
            found.delete();
            return configurations.getFactoryConfiguration(ConfiguredCompanies.PID, name, "?");
        }
        return found;
    }

    private String id(String name) {
        return good.containsKey(name) ? good.get(name).id() : name;
    }

    private static String name(Path path) {
        String name = path.getFileName().toString();
        return name.substring(PREFIX.length(), name.length() - SUFFIX.length());
    }
}
