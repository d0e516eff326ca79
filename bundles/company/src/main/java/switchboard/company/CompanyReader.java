package switchboard.company;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import switchboard.api.company.Company;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.company.Company.ModelChoice;
import switchboard.api.company.Company.Voice;
import switchboard.api.llm.LanguageModelSettings;

/** Reads one company from its configuration, as a whole or not at all. Immutable. */
final class CompanyReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final Path folder;

    /** @param folder what a relative knowledge folder is relative to */
    CompanyReader(Path folder) {
        this.folder = folder;
    }

    Company read(String id, Map<String, Object> configuration) throws InvalidCompanyException {
        if (!ID.matcher(id).matches()) {
            throw Settings.refused("id", id, "lower-case letters, digits and hyphens, at most 40");
        }
        Settings settings = new Settings(configuration);
        String name = settings.text("name");
        Company company = new Company(
                id,
                name,
                language(settings),
                settings.text("greeting", "Hello, this is " + name + ". How can I help you?"),
                settings.text("persona", "You are the friendly receptionist of " + name + "."),
                settings.text("opening.hours", ""),
                new Voice(settings.text("voice.name", "af_heart"), settings.number("voice.speed", 1, 0.5, 2)),
                models(settings),
                languageModel(settings),
                endpointing(settings),
                knowledge(settings),
                new CallLimits(settings.integer("calls.max", 8, 1, 1000), Duration.ofMinutes(settings.integer("call.minutes.max", 30, 1, 600))));
        settings.requireNothingElse();
        return company;
    }

    private static String language(Settings settings) throws InvalidCompanyException {
        String language = settings.text("language", "en");
        if (!LANGUAGE.matcher(language).matches()) {
            throw Settings.refused("language", language, "a language code such as 'en' or 'es'");
        }
        return language;
    }

    private static ModelChoice models(Settings settings) throws InvalidCompanyException {
        return new ModelChoice(filter(settings, "vad.target"), filter(settings, "turn.target"), filter(settings, "stt.target"),
                filter(settings, "llm.target"), filter(settings, "tts.target"));
    }

    private static String filter(Settings settings, String key) throws InvalidCompanyException {
        String filter = settings.text(key, "");
        try {
            if (!filter.isEmpty()) {
                FrameworkUtil.createFilter(filter);
            }
            return filter;
        } catch (InvalidSyntaxException e) {
            throw Settings.refused(key, filter, "an LDAP filter such as '(model=kokoro)'");
        }
    }

    private static LanguageModelSettings languageModel(Settings settings) throws InvalidCompanyException {
        return new LanguageModelSettings(endpoint(settings), settings.optionalText("llm.model"), settings.optionalText("llm.secret"),
                settings.number("llm.temperature", 0, 0, 2), settings.integer("llm.max.tokens", 200, 1, 4096));
    }

    private static Optional<URI> endpoint(Settings settings) throws InvalidCompanyException {
        Optional<String> address = settings.optionalText("llm.endpoint");
        if (address.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(address.get());
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return Optional.of(uri);
            }
        } catch (IllegalArgumentException e) {
            // Refused below, with what is allowed.
        }
        throw Settings.refused("llm.endpoint", address.get(), "an address such as 'https://api.example.com/v1/'");
    }

    private static Endpointing endpointing(Settings settings) throws InvalidCompanyException {
        return new Endpointing(
                Duration.ofMillis(settings.integer("vad.start.ms", 100, 0, 1000)),
                Duration.ofMillis(settings.integer("vad.stop.ms", 200, 50, 2000)),
                Duration.ofMillis(settings.integer("silence.max.ms", 3000, 500, 10_000)));
    }

    private Optional<Path> knowledge(Settings settings) throws InvalidCompanyException {
        Optional<String> path = settings.optionalText("knowledge");
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Path resolved = folder.resolve(path.get()).normalize();
        if (!Files.isDirectory(resolved)) {
            throw Settings.refused("knowledge", path.get(), "a folder, absolute or relative to " + folder);
        }
        return Optional.of(resolved);
    }
}
