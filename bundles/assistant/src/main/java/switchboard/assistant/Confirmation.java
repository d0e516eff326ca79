package switchboard.assistant;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.assistant.Assistant.Turn;
import switchboard.api.llm.Message;
import switchboard.api.tool.ToolCall;
import switchboard.api.tool.ToolResult;
import switchboard.assistant.consent.Consent;
import switchboard.assistant.consent.ConsentReader;
import switchboard.assistant.consent.Phrases;
import switchboard.assistant.tool.Offer;
import switchboard.assistant.tool.Outcome;

/**
 * Stands between what a language model wants and what is done. A tool with a side effect runs here and nowhere else: after
 * its proposal was read back and heard, and the words of the very next turn are a clear yes. No model has a say in that.
 * One per turn.
 */
final class Confirmation {

    private static final Logger log = LoggerFactory.getLogger(Confirmation.class);

    private final Desk desk;
    private final Turn turn;
    private final Mouth mouth;
    private final Phrases phrases;

    Confirmation(Desk desk, Turn turn, Mouth mouth) {
        this.desk = desk;
        this.turn = turn;
        this.mouth = mouth;
        phrases = Phrases.of(turn.company().language());
    }

    /**
     * Takes the turn if it answers a proposal.
     *
     * @param ask goes on with the language model; gets the proposal that is to be repeated after its answer, if any
     */
    void take(Consumer<Optional<Proposal>> ask) {
        Optional<Deed> untold = untold();
        if (turn.speculative()) {
            if (untold.isPresent() || desk.notes().proposal(turn.callId()).isPresent()) {
                mouth.fail("something waits for the caller's yes; ask again when the turn has ended");
            } else {
                ask.accept(Optional.empty());
            }
            return;
        }
        Optional<Proposal> proposal = desk.notes().takeProposal(turn.callId()).filter(open -> open.mayBeAnsweredBy(turn));
        if (untold.isPresent()) {
            tell(untold.get(), () -> answer(proposal, ask));
        } else {
            answer(proposal, ask);
        }
    }

    /**
     * Lets a tool put into words what it would do, and ends the answer with that.
     *
     * @param uses of tools with side effects, not empty; one at a time is read back, since a yes to two might be meant for one
     */
    void readBack(List<Message.ToolUse> uses, ZonedDateTime now) {
        Message.ToolUse use = uses.get(0);
        Optional<Offer> offer = desk.toolbox().find(turn.company(), use.name());
        if (offer.isEmpty()) {
            mouth.end(phrases.absent());
            return;
        }
        ToolCall call = new ToolCall(turn.company(), turn.callId(), turn.number(), now, use.arguments());
        desk.runner().<String>run(use.name(), offer.get().description().timeout(), () -> offer.get().tool().readBack(call),
                () -> mouth.patience(phrases), outcome -> {
                    if (outcome instanceof Outcome.Done<String> done && !done.value().isBlank()) {
                        propose(new Proposal(use, call, done.value(), turn.number(), uses.subList(1, uses.size())), "");
                    } else {
                        mouth.end(Excuse.of(outcome, phrases));
                    }
                });
    }

    /** Repeats a proposal after something else was said: the answer ends with it. */
    void repeat(Proposal proposal) {
        propose(proposal.repeatedIn(turn), phrases.backToIt());
    }

    private void propose(Proposal proposal, String before) {
        if (!mouth.isShut()) {
            desk.notes().propose(turn.callId(), proposal);
            mouth.end(before + proposal.readBack());
        }
    }

    /** The last deed, if the caller may not have heard what came of it: the answer was interrupted, or the turn goes on. */
    private Optional<Deed> untold() {
        Optional<Deed> last = desk.notes().untold(turn.callId());
        Optional<Deed> untold = last.filter(deed -> !deed.result().isDone() || !wasHeard(deed.result().join().spoken()));
        if (last.isPresent() && untold.isEmpty()) {
            desk.notes().told(turn.callId());
        }
        return untold;
    }

    private boolean wasHeard(String outcome) {
        return Proposal.letters(Proposal.replyBefore(turn.conversation(), turn.conversation().size() - 1)).contains(Proposal.letters(outcome));
    }

    private void tell(Deed deed, Runnable then) {
        deed.result().thenAccept(result -> {
            mouth.say(result.spoken());
            if (deed.turn() != turn.number() && !mouth.isShut()) {
                desk.notes().told(turn.callId());
            }
            if (reading(deed.proposal()) == Consent.YES) {
                // "Yes", and after a pause "yes please": it is the same yes.
                mouth.end();
            } else {
                then.run();
            }
        });
    }

    private void answer(Optional<Proposal> open, Consumer<Optional<Proposal>> ask) {
        if (open.isEmpty()) {
            ask.accept(open);
            return;
        }
        Proposal proposal = open.get();
        Consent consent = reading(proposal);
        log.debug("call={} company={} turn={} tool={} consent={}",
                turn.callId(), turn.company().id(), turn.number(), proposal.use().name(), consent);
        switch (consent) {
            case YES -> {
                if (wasHeard(proposal)) {
                    run(proposal, said(), mouth::end);
                } else {
                    propose(proposal.repeatedIn(turn), "");
                }
            }
            case NO -> mouth.end(phrases.dropped());
            case AGAIN -> propose(proposal.repeatedIn(turn), "");
            case UNCLEAR -> propose(proposal.repeatedIn(turn), phrases.unclear());
            default -> {
                Optional<String> yes = proposal.yesBeforeAQuestion(said()).filter(clear -> proposal.then().isEmpty() && wasHeard(proposal));
                if (yes.isPresent()) {
                    run(proposal, yes.get(), () -> ask.accept(Optional.empty()));
                } else {
                    ask.accept(consent == Consent.DIGRESSION ? open : Optional.empty());
                }
            }
        }
    }

    private Consent reading(Proposal proposal) {
        return turn.conversation().get(turn.conversation().size() - 1) instanceof Message.User
                ? ConsentReader.of(turn.company().language()).read(said(), proposal.readBack(), proposal.cancels()) : Consent.OTHER;
    }

    private String said() {
        return turn.conversation().get(turn.conversation().size() - 1).text();
    }

    private boolean wasHeard(Proposal proposal) {
        return proposal.wasHeardBefore(turn.conversation(), turn.conversation().size() - 1);
    }

    /** @param then ends the answer, after it was done and told */
    private void run(Proposal proposal, String yes, Runnable then) {
        Message.ToolUse use = proposal.use();
        Optional<Offer> offer = desk.toolbox().find(turn.company(), use.name()).filter(tool -> stillFits(tool, proposal));
        if (offer.isEmpty()) {
            mouth.end(phrases.absent());
            return;
        }
        Deed deed = Deed.begun(turn, yes, proposal);
        desk.notes().did(turn.callId(), deed);
        desk.runner().<ToolResult>run(use.name(), offer.get().description().timeout(), () -> offer.get().tool().run(proposal.call()),
                () -> mouth.patience(phrases), outcome -> {
                    log.info("call={} company={} turn={} tool={} outcome={}",
                            turn.callId(), turn.company().id(), turn.number(), use.name(), outcome.getClass().getSimpleName());
                    deed.result().complete(result(use, outcome));
                    ran(proposal, outcome, deed, then);
                });
    }

    private void ran(Proposal proposal, Outcome<ToolResult> outcome, Deed deed, Runnable then) {
        mouth.say(deed.result().join().spoken());
        if (outcome instanceof Outcome.Done && !proposal.then().isEmpty()) {
            readBack(proposal.then(), proposal.call().now());
        } else if (outcome instanceof Outcome.Done) {
            then.run();
        } else {
            mouth.end();
        }
    }

    /** The tool may have been exchanged since. */
    private static boolean stillFits(Offer tool, Proposal proposal) {
        try {
            return tool.checked(proposal.call().arguments()).equals(proposal.call().arguments());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Message.ToolOutput result(Message.ToolUse use, Outcome<ToolResult> outcome) {
        if (outcome instanceof Outcome.Done<ToolResult> done) {
            return new Message.ToolOutput(use.id(), done.value().content(), done.value().spoken());
        }
        String excuse = Excuse.of(outcome, phrases);
        return new Message.ToolOutput(use.id(), "error: " + excuse, excuse);
    }
}
