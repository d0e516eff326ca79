package switchboard.company;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import switchboard.api.company.CompanyProblem;
import switchboard.testkit.fake.FakeClock;

/** A folder of company files with all that reads it, as {@code CompanyFiles} and {@code ConfiguredCompanies} are wired. */
abstract class WatchedFolder {

    @TempDir
    Path folder;

    final FakeModels models = new FakeModels();
    final FakeClock clock = new FakeClock();
    private final CompanyReader reader = new CompanyReader(new ServerSecrets(Map.of("KEY", "k")::get, Path.of("nowhere")), new ChosenModels(models));
    final FakeSurroundings surroundings = new FakeSurroundings();
    ConfiguredCompanies companies;
    FakeConfigurations configurations;
    CompanyFiles files;

    @BeforeEach
    void watch_the_folder() {
        start(new LastGood(Optional.empty()));
    }

    /** As a server does that knows nothing but what lies on disk. */
    final void start(LastGood copies) {
        Problems problems = new Problems();
        companies = new ConfiguredCompanies(reader, folder, problems, surroundings);
        configurations = new FakeConfigurations(companies);
        files = new CompanyFiles(configurations.admin(), reader, problems, copies, clock);
    }

    final void save(String name, String text) throws IOException {
        Files.writeString(file(name), text);
        files.update(file(name).toFile());
    }

    final void saveUnchecked(String name, String text) {
        try {
            save(name, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    final Path file(String name) {
        return folder.resolve("switchboard.company~" + name + ".json");
    }

    static CompanyProblem problem(String line, String message) {
        return new CompanyProblem("acme", "switchboard.company~acme.json" + line, message);
    }
}
