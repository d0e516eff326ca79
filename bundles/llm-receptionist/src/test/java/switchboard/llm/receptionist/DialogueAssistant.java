package switchboard.llm.receptionist;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;
import switchboard.api.time.SpokenTimes;
import switchboard.api.tool.ToolDescription;
import switchboard.llm.receptionist.acts.Clause;

/** Does what the real assistant does with the receptionist: reads back, waits for the yes, runs the tool, tells the outcome. */
public final class DialogueAssistant implements AutoCloseable {

    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 12, 1, 10, 15, 0, 0, ZoneId.of("Europe/Berlin"));
    /** Facts, and the words by which a search finds them. */
    private static final Map<String, Pattern> FACTS = Map.of(
            "You can park behind the house; the twenty places there are free for guests.", Pattern.compile("park"),
            "Dogs are welcome on the terrace, and inside if they are calm.", Pattern.compile("dog"),
            "On Sunday we open at noon and close at nine in the evening.", Pattern.compile("open|Sunday"),
            "You can cancel without any cost until four hours before.", Pattern.compile("cancel"),
            "A table can be booked up to three months ahead.", Pattern.compile("ahead"),
            "Groups of more than eight people pay a deposit of ten euros for each guest.", Pattern.compile("deposit"));

    private final Receptionist receptionist;
    private final String instructions;
    private final List<ToolDescription> tools;
    private final List<Message> conversation = new ArrayList<>();
    private Optional<String> proposal = Optional.empty();

    /** What happened in a turn: the tools that were asked for, with arguments, and what was said. */
    public record Heard(List<String> asked, String said) {}

    public DialogueAssistant(SpokenTimes times, String instructions, Set<String> allowed) {
        this(times, instructions, allowed, said -> List.of());
    }

    /** @param acts what the clauses of a turn do */
    public DialogueAssistant(SpokenTimes times, String instructions, Set<String> allowed, Function<String, List<Clause>> acts) {
        this.receptionist = new Receptionist(language -> Optional.of(times), acts);
        this.instructions = instructions;
        this.tools = allowed.stream().sorted().map(DialogueAssistant::tool).toList();
    }

    public Heard hear(String said, String toolSays) {
        conversation.add(new Message.User(said));
        if (proposal.isPresent() && said.matches("(?i)(yes|no)\\b[^a-z]*((please|that's right|go ahead)\\W*)?")) {
            String outcome = said.matches("(?i)yes.*") ? outcome(proposal.get()) : "All right, I will not do that. What would you like to change?";
            proposal = Optional.empty();
            return answer(List.of(), outcome);
        }
        List<GenerationEvent> events = generate(conversation);
        Optional<GenerationEvent.ToolRequested> tool = events.stream().filter(GenerationEvent.ToolRequested.class::isInstance).map(GenerationEvent.ToolRequested.class::cast).findFirst();
        if (tool.isEmpty()) {
            return answer(List.of(), text(events));
        }
        String name = tool.get().name();
        List<String> asked = List.of(name + " " + tool.get().arguments());
        if (name.startsWith("find")) {
            List<Message> more = new ArrayList<>(conversation);
            more.add(new Message.ToolUse(tool.get().id(), name, tool.get().arguments()));
            String told = toolSays.isEmpty() ? "I have looked. Here it is." : toolSays;
            more.add(new Message.ToolOutput(tool.get().id(), "{\"free\":" + toolSays.isEmpty() + "}", told));
            String spoken = text(generate(more));
            // Whether a time is free is looked up in the middle of a dialogue too; then nothing of it is told.
            return answer(spoken.equals(told) ? asked : List.of(), spoken);
        }
        proposal = toolSays.isEmpty() ? Optional.of(name) : Optional.empty();
        return answer(asked, (text(events) + " " + (toolSays.isEmpty() ? "A table for some on that day, at that time. Is that right?" : toolSays)).strip());
    }

    private Heard answer(List<String> asked, String said) {
        conversation.add(new Message.Assistant(said));
        return new Heard(asked, said);
    }

    private static String outcome(String tool) {
        return "It is " + (tool.startsWith("book") ? "booked" : tool.startsWith("move") ? "moved" : tool.startsWith("request") ? "noted" : "cancelled") + ": a table for some.";
    }

    private List<GenerationEvent> generate(List<Message> messages) {
        List<GenerationEvent> events = new ArrayList<>();
        CompletableFuture<List<GenerationEvent>> done = new CompletableFuture<>();
        Consumer<GenerationEvent> listener = event -> {
            events.add(event);
            if (event instanceof GenerationEvent.Ended || event instanceof GenerationEvent.Failed) {
                done.complete(events);
            }
        };
        receptionist.generate(new ChatRequest(instructions, messages, facts(messages.get(messages.size() - 1).text()), tools, NOW, LanguageModelSettings.EMBEDDED), listener);
        return done.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static String text(List<GenerationEvent> events) {
        StringBuilder text = new StringBuilder();
        events.forEach(event -> text.append(event instanceof GenerationEvent.Text piece ? piece.text() : event instanceof GenerationEvent.Failed failed ? failed.toString() : ""));
        return text.toString().strip();
    }

    /** With likenesses as they were measured: 0.55 for the right one, 0.25 for others. */
    private static List<Passage> facts(String question) {
        return FACTS.entrySet().stream().map(fact -> new Passage(fact.getKey(), "house.md", fact.getValue().matcher(question).find() ? 0.55 : 0.25)).toList();
    }

    private static ToolDescription tool(String name) {
        String properties = switch (name) {
            case "find_free_times" -> "\"when\":{},\"party\":{},\"kind\":{}";
            case "book_appointment" -> "\"name\":{},\"phone\":{},\"when\":{},\"party\":{},\"kind\":{}";
            case "move_appointment" -> "\"name\":{},\"phone\":{},\"from\":{},\"to\":{},\"party\":{}";
            case "cancel_appointment" -> "\"name\":{},\"phone\":{},\"when\":{}";
            default -> "\"name\":{},\"phone\":{}";
        };
        return new ToolDescription(name, name, "{\"type\":\"object\",\"properties\":{" + properties + "}}", !name.startsWith("find"), Duration.ofSeconds(5));
    }

    @Override
    public void close() {
        receptionist.close();
    }
}
