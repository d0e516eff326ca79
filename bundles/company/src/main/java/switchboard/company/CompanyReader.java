package switchboard.company;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import switchboard.api.company.Company;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.company.Company.ModelChoice;
import switchboard.api.company.Company.Voice;
import switchboard.api.company.SecretException;
import switchboard.api.company.Secrets;
import switchboard.api.llm.LanguageModelSettings;

/** Reads one company from its configuration, as a whole or not at all. Immutable. */
final class CompanyReader {

    private final Secrets secrets;
    private final ChosenModels models;

    CompanyReader(Secrets secrets, ChosenModels models) {
        this.secrets = secrets;
        this.models = models;
    }

    /** Changes whenever a configuration may be judged otherwise than before, though its text is the same. */
    Object circumstances() {
        return models.state();
    }

    /** Whether a company that was read before may go on with the models that are here now. */
    boolean fits(Company company) {
        return models.mistakes(company).isEmpty();
    }

    /**
     * @param otherwise the id, if the configuration gives none
     * @param values    by key; keys of the configuration framework itself are left out
     * @param folder    what a relative knowledge folder is relative to
     * @throws InvalidCompanyException with all mistakes
     */
    Company read(String otherwise, Map<String, Object> values, Path folder) throws InvalidCompanyException {
        Settings settings = new Settings(values);
        String id = settings.text("id").orElse(otherwise);
        if (!settings.has("id") && !Keys.COMPANY.get("id").admits(id)) {
            settings.miss("id", "because '%s', what stands after '~' in the name, is none: an id is %s".formatted(id, Keys.COMPANY.get("id").allowed()));
        }
        String name = settings.text("name").orElse("");
        String language = settings.text("language").orElseThrow();
        Company company = new Company(
                id,
                name,
                language,
                CallsReader.greeting(settings, language).replace("{name}", name),
                settings.text("persona").orElseThrow().replace("{name}", name),
                settings.text("opening.hours").orElse(""),
                new Voice(settings.text("voice.name").orElseThrow(), settings.number("voice.speed")),
                models(settings),
                languageModel(settings),
                endpointing(settings),
                knowledge(settings, folder),
                CallsReader.limits(settings),
                BusinessReader.read(settings),
                CallsReader.interruption(settings),
                CallsReader.recording(settings));
        settings.requireNoMistakes();
        List<Mistake> unfit = models.mistakes(company);
        if (!unfit.isEmpty()) {
            throw new InvalidCompanyException(unfit);
        }
        return company;
    }

    /** Who waits longer when sure waits no less when in doubt. */
    private static Endpointing endpointing(Settings settings) {
        int stop = settings.integer("vad.stop.ms");
        int likely = Math.max(stop, settings.integer("silence.likely.ms"));
        int doubtful = Math.max(likely, settings.integer("silence.doubtful.ms"));
        return new Endpointing(ms(settings, "vad.start.ms"), Duration.ofMillis(stop), Duration.ofMillis(likely), Duration.ofMillis(doubtful),
                ms(settings, "silence.max.ms"));
    }

    private static Duration ms(Settings settings, String key) {
        return Duration.ofMillis(settings.integer(key));
    }

    private static ModelChoice models(Settings settings) {
        return new ModelChoice(filter(settings, "vad.target"), filter(settings, "turn.target"), filter(settings, "stt.target"),
                filter(settings, "llm.target"), filter(settings, "tts.target"));
    }

    private static String filter(Settings settings, String key) {
        return settings.parsed(key, text -> {
            try {
                FrameworkUtil.createFilter(text);
                return text;
            } catch (InvalidSyntaxException e) {
                throw new IllegalArgumentException(e);
            }
        }).orElse("");
    }

    private LanguageModelSettings languageModel(Settings settings) {
        Optional<String> secret = settings.text("llm.secret");
        secret.ifPresent(name -> requireSecret(settings, name));
        return new LanguageModelSettings(settings.parsed("llm.endpoint", CompanyReader::address), settings.text("llm.model"), secret,
                settings.number("llm.temperature"), settings.integer("llm.max.tokens"), settings.truth("llm.guesses"));
    }

    private void requireSecret(Settings settings, String name) {
        try {
            secrets.get(name);
        } catch (SecretException e) {
            settings.refuse("llm.secret", name, "the name of a secret that the server has: " + e.getMessage());
        }
    }

    private static URI address(String text) {
        URI address = URI.create(text);
        if (address.getHost() == null || address.getUserInfo() != null) {
            throw new IllegalArgumentException("no host, or somebody's password");
        }
        return address;
    }

    private static Optional<Path> knowledge(Settings settings, Path folder) {
        Optional<String> path = settings.text("knowledge");
        try {
            Optional<Path> resolved = path.map(text -> folder.resolve(text).normalize());
            if (resolved.isEmpty() || Files.isDirectory(resolved.get()) && !holds(resolved.get(), folder)) {
                return resolved;
            }
            settings.refuse("knowledge", path.orElse(""), Files.isDirectory(resolved.get())
                    ? "a folder of documents only, such as one named after the company: in this one are the files of the companies"
                    : "a folder, absolute or relative to " + folder);
        } catch (InvalidPathException | IOException e) {
            settings.refuse("knowledge", path.orElse(""), "a folder that the server's user may read, absolute or relative to " + folder);
        }
        return Optional.empty();
    }

    /** Wherever links lead: what configures one company must not be told to the callers of another. */
    private static boolean holds(Path outer, Path inner) throws IOException {
        return Files.exists(inner) && inner.toRealPath().startsWith(outer.toRealPath());
    }
}
