package switchboard.assistant;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.assistant.Assistant.Turn;
import switchboard.api.llm.Message;
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

    /** Keeps a proposal and reads it back: the answer ends with it. */
    void propose(Proposal proposal, String before) {
        if (!mouth.isShut()) {
            desk.notes().propose(turn.callId(), proposal.repeatedIn(turn));
            mouth.end(before + proposal.readBack());
        }
    }

    /** The last deed, if the caller may not have heard what came of it: the answer was interrupted, or the turn goes on. */
    private Optional<Deed> untold() {
        Optional<Deed> last = desk.notes().deed(turn.callId());
        Optional<Deed> untold = last.filter(deed -> !deed.outcome().isDone() || !wasHeard(deed.outcome().join()));
        if (last.isPresent() && untold.isEmpty()) {
            desk.notes().told(turn.callId());
        }
        return untold;
    }

    private boolean wasHeard(String outcome) {
        return Proposal.lastReply(turn).filter(reply -> Proposal.letters(reply).contains(Proposal.letters(outcome))).isPresent();
    }

    private void tell(Deed deed, Runnable then) {
        boolean sameTurn = deed.turn() == turn.number();
        deed.outcome().thenAccept(outcome -> {
            mouth.say(outcome);
            if (!sameTurn && !mouth.isShut()) {
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
                if (proposal.wasHeardIn(turn)) {
                    run(proposal);
                } else {
                    propose(proposal, "");
                }
            }
            case NO -> mouth.end(phrases.dropped());
            case AGAIN -> propose(proposal, "");
            case UNCLEAR -> propose(proposal, phrases.unclear());
            case DIGRESSION -> ask.accept(open);
            default -> ask.accept(Optional.empty());
        }
    }

    private Consent reading(Proposal proposal) {
        Message last = turn.conversation().get(turn.conversation().size() - 1);
        return last instanceof Message.User said ? ConsentReader.of(turn.company().language()).read(said.text(), proposal.readBack(), proposal.cancels()) : Consent.OTHER;
    }

    private void run(Proposal proposal) {
        Optional<Offer> offer = desk.toolbox().find(turn.company(), proposal.use().name()).filter(tool -> stillFits(tool, proposal));
        if (offer.isEmpty()) {
            mouth.end(phrases.absent());
            return;
        }
        Deed deed = new Deed(turn.number(), proposal, new CompletableFuture<>());
        desk.notes().did(turn.callId(), deed);
        deed.outcome().thenAccept(mouth::end);
        desk.runner().<ToolResult>run(proposal.use().name(), offer.get().description().timeout(), () -> offer.get().tool().run(proposal.call()),
                () -> mouth.say(phrases.patience()), outcome -> {
                    log.info("call={} company={} turn={} tool={} outcome={}", turn.callId(), turn.company().id(), turn.number(),
                            proposal.use().name(), outcome.getClass().getSimpleName());
                    deed.outcome().complete(spoken(outcome));
                });
    }

    /** The tool may have been exchanged since. */
    private static boolean stillFits(Offer tool, Proposal proposal) {
        try {
            return tool.checked(proposal.call().arguments()).equals(proposal.call().arguments());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String spoken(Outcome<ToolResult> outcome) {
        return outcome instanceof Outcome.Done<ToolResult> done ? done.value().spoken() : Excuse.of(outcome, phrases);
    }
}
