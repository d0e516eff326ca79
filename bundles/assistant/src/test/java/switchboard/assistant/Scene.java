package switchboard.assistant;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import switchboard.api.assistant.Assistant;
import switchboard.api.company.Company;
import switchboard.api.company.OpeningHours;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.GenerationEvent.Ended;
import switchboard.api.llm.GenerationEvent.Text;
import switchboard.api.llm.GenerationEvent.ToolRequested;
import switchboard.api.llm.LanguageModel;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.tool.Tool;
import switchboard.assistant.brain.Brains;
import switchboard.assistant.tool.Alarm;
import switchboard.assistant.tool.ToolRunner;
import switchboard.assistant.tool.Toolbox;

/** A call with an assistant: a brain that follows a script, tools, and a caller who hears everything unless told otherwise. */
final class Scene {

    static final String CALL = "call-1";

    final Deque<Function<ChatRequest, List<GenerationEvent>>> script = new ConcurrentLinkedDeque<>();
    final List<ChatRequest> requests = Collections.synchronizedList(new ArrayList<>());
    final List<Tool> tools = new ArrayList<>();
    final List<Message> conversation = new ArrayList<>();
    final List<Passage> passages = new ArrayList<>();
    final List<GenerationEvent> events = new ArrayList<>();
    final List<Alarmed> alarms = Collections.synchronizedList(new ArrayList<>());
    final List<Runnable> threads = new ArrayList<>();
    final CallNotes notes = new CallNotes();
    Company company = company("acme", "book", "find", "cancel_booking");
    boolean threadsAreBusy;
    int turn;

    private final Assistant assistant;

    record Alarmed(Duration delay, Runnable task, boolean[] unset) {}

    Scene() {
        Alarm alarm = (delay, task) -> {
            Alarmed alarmed = new Alarmed(delay, task, new boolean[1]);
            alarms.add(alarmed);
            return () -> alarmed.unset()[0] = true;
        };
        Toolbox toolbox = new Toolbox(tools);
        CompanyTime time = new CompanyTime(Clock.fixed(Instant.parse("2026-12-01T09:15:00Z"), ZoneOffset.UTC), Optional::empty);
        ToolRunner runner = new ToolRunner(task -> {
            if (threadsAreBusy) {
                threads.add(task);
            } else {
                task.run();
            }
        }, alarm);
        assistant = new CompanyAssistant(new Desk(new Brains(new OneModel(), Clock.systemUTC(), Runnable::run, alarm),
                new Briefing((whose, question, limit) -> List.copyOf(passages), toolbox, time), toolbox, runner, notes), () -> {});
    }

    static Company company(String id, String... tools) {
        return company(id, "Acme", tools);
    }

    static Company named(String name, String... tools) {
        return company("acme", name, tools);
    }

    private static Company company(String id, String name, String[] tools) {
        return new Company(id, name, "en", "Hello.", "You are the receptionist of " + name + ".", "", new Company.Voice("v", 1),
                Company.ModelChoice.ANY, LanguageModelSettings.EMBEDDED, Company.Endpointing.DEFAULT, Optional.<Path>empty(), Company.CallLimits.DEFAULT,
                new Company.Business(ZoneId.of("Europe/Madrid"), OpeningHours.UNKNOWN, Optional.empty(), Set.of(tools)), Company.Interruption.DEFAULT);
    }

    /** The next answer of the brain. */
    Scene brain(GenerationEvent... answer) {
        script.add(request -> List.of(answer));
        return this;
    }

    Scene wants(String tool, String arguments) {
        return brain(new ToolRequested("use-" + script.size() + "-" + turn, tool, arguments.replace('\'', '"')), new Ended());
    }

    Scene says(String text) {
        return brain(new Text(text), new Ended());
    }

    /** A new turn; the caller hears the answer to its end. @return what was said */
    String caller(String words) {
        start(words);
        return heard();
    }

    Assistant.Reply start(String words) {
        turn++;
        conversation.add(new Message.User(words));
        events.clear();
        return ask(events::add);
    }

    /** The turn as it stands, once more. */
    Assistant.Reply ask(Consumer<GenerationEvent> listener) {
        return assistant.reply(new Assistant.Turn(company, CALL, turn, conversation), listener);
    }

    /** What was said so far, which the caller now has heard. */
    String heard() {
        String said = said();
        if (!said.isBlank()) {
            conversation.add(new Message.Assistant(said));
        }
        return said;
    }

    String said() {
        return events.stream().filter(Text.class::isInstance).map(event -> ((Text) event).text()).collect(Collectors.joining()).strip();
    }

    GenerationEvent last() {
        return events.get(events.size() - 1);
    }

    List<GenerationEvent> speculate(String words) {
        List<Message> soFar = new ArrayList<>(conversation);
        soFar.add(new Message.User(words));
        List<GenerationEvent> guessed = new ArrayList<>();
        assistant.reply(new Assistant.Turn(company, CALL, turn + 1, soFar, true, Optional.empty()), guessed::add);
        return guessed;
    }

    /** A new turn that may yet go on, until its answer is confirmed. */
    Assistant.Reply startOnSpeculation(String words) {
        turn++;
        conversation.add(new Message.User(words));
        events.clear();
        return assistant.reply(new Assistant.Turn(company, CALL, turn, conversation, true, Optional.empty()), events::add);
    }

    void ring(Duration delay) {
        List.copyOf(alarms).stream().filter(alarm -> alarm.delay().equals(delay) && !alarm.unset()[0]).forEach(alarm -> alarm.task().run());
    }

    void work() {
        List<Runnable> waiting = List.copyOf(threads);
        threads.clear();
        waiting.forEach(Runnable::run);
    }

    void hangUp() {
        assistant.forget(CALL);
    }

    private final class OneModel implements Models, LanguageModel {

        @Override
        public Generation generate(ChatRequest request, Consumer<GenerationEvent> listener) {
            requests.add(request);
            (script.isEmpty() ? List.<GenerationEvent>of(new Text("Well."), new Ended()) : script.remove().apply(request)).forEach(listener);
            return () -> {};
        }

        @Override
        public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
            return Optional.of(new Lease<>() {

                @Override
                public S model() {
                    return kind.cast(OneModel.this);
                }

                @Override
                public String owner() {
                    return "model@1";
                }

                @Override
                public void close() {
                    // leases are counted elsewhere
                }
            });
        }

        @Override
        public List<ModelStatus> status() {
            return List.of();
        }
    }
}
