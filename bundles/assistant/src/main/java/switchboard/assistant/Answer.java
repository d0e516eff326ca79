package switchboard.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.assistant.Assistant;
import switchboard.api.assistant.Assistant.Turn;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.Message;
import switchboard.api.tool.ToolCall;
import switchboard.api.tool.ToolResult;
import switchboard.assistant.brain.OwnedGeneration;
import switchboard.assistant.consent.Phrases;
import switchboard.assistant.tool.Offer;
import switchboard.assistant.tool.Outcome;

/**
 * One turn's answer: asks the language model, lets the tools work that it asks for, and asks it again. Its steps follow one
 * another, on threads of models and tools; {@link #close} may be called from any other.
 */
final class Answer implements Assistant.Reply {

    private static final Logger log = LoggerFactory.getLogger(Answer.class);
    private static final int ROUNDS = 4;

    private final Desk desk;
    private final Turn turn;
    private final Mouth mouth;
    private final Confirmation confirmation;
    private final Phrases phrases;

    private OwnedGeneration asked = () -> {};
    /** Whether the turn is over, so that something may be proposed. */
    private volatile boolean certain;
    private int round;

    Answer(Desk desk, Turn turn, Consumer<GenerationEvent> listener) {
        this.desk = desk;
        this.turn = turn;
        mouth = new Mouth(turn, listener);
        confirmation = new Confirmation(desk, turn, mouth);
        phrases = Phrases.of(turn.company().language());
        certain = !turn.speculative();
    }

    Answer start() {
        guarded(() -> confirmation.take(waiting -> guarded(() -> {
            if (!mouth.isShut()) {
                ask(desk.briefing().of(turn, desk.notes().deeds(turn.callId())), waiting);
            }
        })));
        return this;
    }

    /** Whatever goes wrong, on whichever thread: the caller is not left in silence. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            log.error("call={} company={} turn={} event=answer-failed", turn.callId(), turn.company().id(), turn.number(), e);
            mouth.fail("the assistant failed: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public void confirm() {
        certain = true;
    }

    @Override
    public synchronized Optional<String> owner() {
        return asked.owner();
    }

    @Override
    public void close() {
        mouth.shut();
        OwnedGeneration cancelled;
        synchronized (this) {
            cancelled = asked;
        }
        cancelled.close();
    }

    private void ask(ChatRequest request, Optional<Proposal> waiting) {
        int number;
        synchronized (this) {
            number = ++round;
        }
        mouth.pause();
        List<GenerationEvent.ToolRequested> wanted = new ArrayList<>();
        OwnedGeneration generation = desk.brains().generate(turn.callId(), turn.company(), request, event -> guarded(() -> {
            if (event instanceof GenerationEvent.Text text) {
                mouth.pass(text.text());
            } else if (event instanceof GenerationEvent.ToolRequested tool) {
                wanted.add(tool);
            } else if (event instanceof GenerationEvent.Failed failed) {
                mouth.fail(failed.reason());
            } else if (wanted.isEmpty()) {
                answered(waiting);
            } else if (number > ROUNDS) {
                mouth.fail("the language model asked for tools more than " + ROUNDS + " times without an answer");
            } else {
                new Errand(request, waiting, wanted).next(0);
            }
        }));
        keep(generation, number);
    }

    private void keep(OwnedGeneration generation, int number) {
        synchronized (this) {
            // The tools may have worked, and the model have been asked again, before generate() returned.
            if (number == round) {
                asked = generation;
            }
        }
        if (mouth.isShut()) {
            generation.close();
        }
    }

    private void answered(Optional<Proposal> waiting) {
        if (waiting.isPresent()) {
            confirmation.repeat(waiting.get());
        } else {
            mouth.end();
        }
    }

    /** The tools that the model wants, one after the other; those that change something come last, and end the answer. */
    private final class Errand {

        private final ChatRequest request;
        private final Optional<Proposal> waiting;
        private final List<GenerationEvent.ToolRequested> wanted;
        private final List<Message> uses = new ArrayList<>();
        private final List<Message> outputs = new ArrayList<>();
        private final List<Message.ToolUse> changes = new ArrayList<>();

        Errand(ChatRequest request, Optional<Proposal> waiting, List<GenerationEvent.ToolRequested> wanted) {
            this.request = request;
            this.waiting = waiting;
            this.wanted = wanted;
        }

        void next(int index) {
            if (mouth.isShut()) {
                return;
            }
            if (index == wanted.size()) {
                end();
                return;
            }
            GenerationEvent.ToolRequested tool = wanted.get(index);
            Optional<Offer> offer = desk.toolbox().find(turn.company(), tool.name());
            if (offer.isEmpty()) {
                log.warn("call={} company={} turn={} event=absent: the model asked for a tool that is not there",
                        turn.callId(), turn.company().id(), turn.number());
                mouth.end(phrases.absent());
                return;
            }
            try {
                use(new Message.ToolUse(tool.id(), tool.name(), offer.get().checked(tool.arguments())), offer.get(), index);
            } catch (IllegalArgumentException e) {
                log.info("call={} company={} turn={} tool={} event=misfit", turn.callId(), turn.company().id(), turn.number(), tool.name());
                answered(new Message.ToolUse(tool.id(), tool.name(), "{}"), "error: " + e.getMessage(), phrases.misheard(), index);
            }
        }

        private void end() {
            if (changes.isEmpty()) {
                uses.addAll(outputs);
                ask(Briefing.continued(request, uses), waiting);
            } else if (!certain) {
                mouth.fail("the answer proposes something; ask again when the turn has ended");
            } else {
                confirmation.readBack(changes, request.now());
            }
        }

        private void use(Message.ToolUse use, Offer offer, int index) {
            if (offer.description().sideEffect()) {
                // A model that stammers does not mean it twice.
                if (changes.stream().noneMatch(same -> same.name().equals(use.name()) && same.arguments().equals(use.arguments()))) {
                    changes.add(use);
                }
                next(index + 1);
                return;
            }
            ToolCall call = new ToolCall(turn.company(), turn.callId(), turn.number(), request.now(), use.arguments());
            desk.runner().<ToolResult>run(use.name(), offer.description().timeout(), () -> offer.tool().run(call),
                    () -> mouth.patience(phrases), outcome -> guarded(() -> ran(use, outcome, index)));
        }

        private void ran(Message.ToolUse use, Outcome<ToolResult> outcome, int index) {
            if (outcome instanceof Outcome.Done<ToolResult> done) {
                answered(use, done.value().content(), done.value().spoken(), index);
            } else {
                mouth.end(Excuse.of(outcome, phrases));
            }
        }

        private void answered(Message.ToolUse use, String text, String spoken, int index) {
            uses.add(use);
            outputs.add(new Message.ToolOutput(use.id(), text, spoken));
            next(index + 1);
        }
    }
}
