package switchboard.operations.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.assistant.Assistant;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;

/** The shell's {@code voice:ask}: a turn without audio. Thread-safe; blocks. */
@Component(service = AskCommand.class, immediate = true,    // conversations must not be lost between two questions
        property = {"osgi.command.scope=voice", "osgi.command.function=ask"})
public final class AskCommand {

    private static final int MOST_CONVERSATIONS = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Companies companies;
    private final Assistant assistant;
    private final Duration patience;
    private final AtomicLong single = new AtomicLong();
    private final Map<String, Asking> conversations = new LinkedHashMap<>(16, 0.75f, true);

    @Activate
    public AskCommand(@Reference Companies companies, @Reference Assistant assistant) {
        this(companies, assistant, PATIENCE);
    }

    AskCommand(Companies companies, Assistant assistant, Duration patience) {
        this.companies = companies;
        this.assistant = assistant;
        this.patience = patience;
    }

    /**
     * Asks a company's assistant and prints what it answers. {@code --call key} goes on with the conversation of that key;
     * the least recently used of too many is forgotten.
     *
     * @param line {@code --company id [--call key] [--now 2026-12-01T10:15] [--json] question}
     */
    public String ask(String... line) {
        Arguments arguments = Arguments.read(Set.of("--company", "--call", "--now"), line);
        String question = arguments.text("the question");
        Company company = Chosen.company(companies, arguments);
        Optional<String> key = arguments.option("--call");
        String callId = key.map(some -> "ask-" + company.id() + "-" + some).orElseGet(() -> "ask-" + single.incrementAndGet());
        Asking asking = key.isPresent() ? conversation(callId) : new Asking(assistant, callId, patience);
        try {
            Asking.Answer answer = asking.ask(company, question, arguments.option("--now").map(text -> time(text, company)));
            return arguments.answer(new Answer(company.id(), callId, answer.text(), answer.firstMs(), answer.totalMs()),
                    "%s%n(%d ms to the first words, %d ms in all)".formatted(answer.text(), answer.firstMs(), answer.totalMs()));
        } finally {
            if (key.isEmpty()) {
                asking.forget();
            }
        }
    }

    /** A local time; or, with its Z, one of the whole world, as in records of calls. */
    private static LocalDateTime time(String text, Company company) {
        try {
            return text.endsWith("Z") ? LocalDateTime.ofInstant(Instant.parse(text), company.business().timeZone()) : LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--now is '%s'; it must be a local date and time such as 2026-12-01T10:15".formatted(text), e);
        }
    }

    @Deactivate
    synchronized void retire() {
        conversations.values().forEach(Asking::forget);
        conversations.clear();
    }

    private synchronized Asking conversation(String callId) {
        Asking asking = conversations.computeIfAbsent(callId, id -> new Asking(assistant, id, patience));
        if (conversations.size() > MOST_CONVERSATIONS) {
            String eldest = conversations.keySet().iterator().next();
            conversations.remove(eldest).forget();
        }
        return asking;
    }

    /** The names are the answer's. */
    private record Answer(String company, String call, String answer, long firstMs, long totalMs) {}
}
