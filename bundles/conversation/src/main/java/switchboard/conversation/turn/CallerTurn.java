package switchboard.conversation.turn;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import switchboard.api.call.CallEvent;
import switchboard.api.llm.Message;
import switchboard.conversation.turn.State.Hearing;
import switchboard.conversation.turn.State.Pausing;
import switchboard.conversation.turn.State.Replying;
import switchboard.conversation.turn.State.Verdict;
import switchboard.conversation.words.Agreement;
import switchboard.conversation.words.Expected;

/**
 * The caller's half of the machine: speech begins and pauses, words become known, the turn ends.
 *
 * <p>A caller who cuts in silences the bot at once, but the bot's reply is only held: if there are no words (a cough, a
 * door) it goes on where it was cut. And while it is not certain that a turn is over, its answer is already prepared, as a
 * draft that nobody hears of before it is.
 */
final class CallerTurn {

    /** No recogniser takes that long; without it the turn would stay open for ever. */
    private static final Duration TRANSCRIPT_DEADLINE = Duration.ofSeconds(5);
    /** How much longer than the longest silence a pause may last when no audio comes that could tell. */
    private static final Duration PAUSE_SLACK = Duration.ofSeconds(2);
    /** Silence after which sound without words was none. */
    private static final Duration NOTHING_AFTER = Duration.ofMillis(300);
    /** Of a reply that has been audible for less, the caller has understood nothing. */
    private static final Duration HARDLY_HEARD = Duration.ofSeconds(1);
    /** What a listener says without wanting the floor; recognisers write it in many ways. */
    private static final Set<String> LISTENING_SOUNDS =
            Set.of("mm", "mmm", "mhm", "mmhm", "mmhmm", "mm hm", "mm hmm", "uh huh", "uhhuh", "hm", "hmm", "ah", "oh", "aha");
    /** Said after what was taken for finished, these add nothing to it. */
    private static final Set<String> COURTESIES = Set.of("please", "thanks", "thank you", "bitte", "danke", "por favor", "gracias");

    private final Floor floor;
    private final Voice voice;
    private Endpointer endpointer;
    private Agreement agreement = new Agreement();
    private int pauses;

    CallerTurn(Floor floor, Voice voice) {
        this.floor = floor;
        this.voice = voice;
        this.endpointer = endpointer(floor.settings);
    }

    private static Endpointer endpointer(TurnMachine.Settings settings) {
        return new Endpointer(settings.endpointing(), settings.wording());
    }

    /** The caller begins to speak while nobody, or the bot, speaks. */
    void begin(Optional<Reply> held) {
        endpointer = endpointer(floor.settings);
        agreement = new Agreement();
        floor.state = new Hearing(++floor.turns, held);
        floor.emit(new CallEvent.UserStartedSpeaking());
        held.ifPresent(reply -> {
            reply.cutOffAtOnce = !reply.everAudible || !floor.hasPassed(reply.audibleSince, HARDLY_HEARD);
            reply.goesOn = goesOn(reply);
            floor.add(new Effect.HoldSpeaking());
        });
        floor.emit(new CallEvent.Interrupted());
        held.ifPresent(voice::hold);
    }

    /** The caller goes on after a pause. */
    void goOn(Pausing pausing) {
        pausing.draft().ifPresent(voice::discard);
        floor.state = new Hearing(pausing.turn(), pausing.held());
    }

    void pause(Hearing hearing, Duration silence) {
        pauses++;
        floor.add(new Effect.Transcribe(pauses));
        consider(Pausing.begin(hearing, pauses, floor.now, silence));
    }

    /** While the caller speaks, the words so far may become known, and what the bot was saying may end. */
    void on(Hearing hearing, Event event) {
        if (event instanceof Event.WordsHeard words && words.turn() == hearing.turn()) {
            show(words.text());
            return;
        }
        hearing.held().filter(reply -> voice.on(reply, event)).ifPresent(reply -> {
            voice.abandon(reply, Outcome.ANSWERED);
            floor.state = new Hearing(hearing.turn(), Optional.empty());
        });
    }

    void on(Pausing pausing, Event event) {
        if (event instanceof Event.SilenceLasted lasted) {
            consider(pausing.silentFor(lasted.silence()));
        } else if (event instanceof Event.TranscriptReady ready && pausing.waitsForWords(ready.pause())) {
            transcribed(pausing, ready.text().strip());
        } else if (event instanceof Event.TranscriptFailed failed && pausing.waitsForWords(failed.pause())) {
            abandon(pausing, Outcome.NOT_RECOGNISED, failed.reason());
        } else if (event instanceof Event.TurnJudged judged && judged.pause() == pausing.pause()) {
            consider(wantsWords(pausing.judged(Endpointer.verdict(judged))));
        } else if (event instanceof Event.TurnUnjudged unjudged && unjudged.pause() == pausing.pause()) {
            if (!pausing.verdict().equals(Optional.of(Verdict.UNKNOWN))) {
                floor.emit(new CallEvent.Failure(unjudged.reason()));
            }
            consider(pausing.judged(Verdict.UNKNOWN));
        } else {
            pausing.draft().filter(draft -> voice.on(draft, event)).ifPresent(draft -> draft.failed = true);
            pausing.held().filter(reply -> voice.on(reply, event)).ifPresent(reply -> {
                voice.abandon(reply, Outcome.ANSWERED);
                floor.state = pausing.released();
            });
        }
    }

    /** Looks at the deadlines. */
    void onTick(Pausing pausing) {
        if (pausing.transcript().isEmpty() && floor.hasPassed(pausing.since(), TRANSCRIPT_DEADLINE)) {
            abandon(pausing, Outcome.NOT_RECOGNISED, "SpeechToText did not answer within " + TRANSCRIPT_DEADLINE.toSeconds() + " s");
        } else if (pausing.transcript().isPresent()
                && floor.hasPassed(pausing.since(), floor.settings.endpointing().maxSilence().plus(PAUSE_SLACK))) {
            if (pausing.transcript().get().isEmpty()) {
                nothingSaid(pausing);
            } else {
                complete(pausing, pausing.transcript().get());
            }
        }
    }

    /** The caller typed instead of speaking. */
    void typed(String text, boolean spoken) {
        floor.openTurn().ifPresent(turn -> drop(turn, Outcome.SUPERSEDED));
        floor.emit(new CallEvent.Interrupted());
        Stream<Reply> replies = floor.state instanceof Replying replying ? Stream.of(replying.reply()) : heldAndDraft(floor.state);
        replies.forEach(reply -> voice.abandon(reply, Outcome.INTERRUPTED));
        floor.emit(new CallEvent.UserTranscript(text, true, true));
        answer(++floor.turns, text, spoken);
    }

    /** The call is over while the caller speaks. */
    void end() {
        heldAndDraft(floor.state).forEach(reply -> voice.abandon(reply, Outcome.INTERRUPTED));
        floor.openTurn().ifPresent(turn -> drop(turn, Outcome.CALL_ENDED));
    }

    private static Stream<Reply> heldAndDraft(State state) {
        if (state instanceof Hearing hearing) {
            return hearing.held().stream();
        }
        if (state instanceof Pausing pausing) {
            pausing.draft().ifPresent(draft -> draft.turnClosed = true); // its turn is closed by whoever ends it
            return Stream.concat(pausing.held().stream(), pausing.draft().stream());
        }
        return Stream.empty();
    }

    private void transcribed(Pausing pausing, String text) {
        consider(text.isEmpty() || pausing.held().filter(reply -> addsNothing(reply, text)).isPresent()
                ? pausing.saidNothing()
                : wantsWords(pausing.said(pausing.held().map(reply -> cutOff(reply, text)).orElse(text))));
    }

    /** Whether the bot may go on with its reply: the caller only listens, or ends politely what the reply already answers. */
    private static boolean addsNothing(Reply reply, String text) {
        String words = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]+", " ").strip();
        return LISTENING_SOUNDS.contains(words) || reply.purpose == Reply.Purpose.ANSWER && reply.cutOffAtOnce && COURTESIES.contains(words);
    }

    /** A judgement that was made without the words, which are known by now, is none: the detector is asked again. */
    private static Pausing wantsWords(Pausing pausing) {
        boolean wordless = pausing.verdict().equals(Optional.of(Verdict.WORDLESS));
        return wordless && pausing.transcript().filter(text -> !text.isEmpty()).isPresent() ? pausing.unjudged() : pausing;
    }

    /** Whether it is certain by now that there were no words: a short silence may lie within the first of them. */
    private boolean isNothing(Pausing pausing) {
        Duration enough = pausing.held().isPresent() ? floor.settings.resumeAfter() : NOTHING_AFTER;
        return pausing.transcript().equals(Optional.of("")) && pausing.silence().compareTo(enough) >= 0;
    }

    private void nothingSaid(Pausing pausing) {
        drop(pausing.turn(), Outcome.NOTHING_SAID);
        floor.listen();
        pausing.held().ifPresent(this::resume);
    }

    private String cutOff(Reply reply, String text) {
        voice.abandon(reply, Outcome.INTERRUPTED);
        return reply.goesOn ? (floor.memory.callerGoesOn() + " " + text).strip() : text;
    }

    /**
     * Whether a caller who cuts in now goes on with what was taken for finished: two halves of one thought are answered as
     * one. So it is while the bot has hardly begun, unless the caller had answered a question.
     */
    private boolean goesOn(Reply reply) {
        boolean hardlyHeard = !reply.everAudible || !reply.wasAsked && reply.cutOffAtOnce;
        return reply.purpose == Reply.Purpose.ANSWER && !reply.heard && hardlyHeard;
    }

    private void resume(Reply reply) {
        voice.resume(reply);
        floor.state = new Replying(reply);
    }

    /** Ends the turn, or prepares its answer, or asks again if it is time, or waits. */
    private void consider(Pausing pausing) {
        if (isNothing(pausing)) {
            nothingSaid(pausing);
            return;
        }
        Optional<String> words = pausing.transcript().filter(text -> !text.isEmpty());
        if (words.isPresent() && endpointer.isOver(pausing, words.get(), floor.memory.expected())) {
            complete(pausing, words.get());
            return;
        }
        boolean newWords = floor.state instanceof Pausing before && !before.transcript().equals(pausing.transcript());
        if (newWords) {
            words.ifPresent(this::show);
        }
        Pausing next = words.filter(text -> endpointer.isWorthADraft(pausing, text, floor.memory.expected())).map(text -> draft(pausing, text)).orElse(pausing);
        int round = Endpointer.dueRound(next);
        floor.state = round == 0 ? next : next.askedAgain(round);
        if (round > 0) {
            floor.add(new Effect.JudgeTurn(next.pause(), words.orElse(""), next.silence()));
        }
    }

    /** Tells of words before the turn is over, but only of those that will hardly change. */
    private void show(String words) {
        agreement.heard(words).ifPresent(certain -> floor.emit(new CallEvent.UserTranscript(certain, false, false)));
    }

    private Pausing draft(Pausing pausing, String words) {
        Reply draft = Reply.draft(floor.nextReply(), pausing.turn(), floor.now);
        List<Message> conversation = Stream.concat(floor.memory.messages().stream(), Stream.of(new Message.User(words))).toList();
        floor.add(new Effect.HoldSpeaking());
        floor.add(new Effect.StartReply(draft.number, pausing.turn(), conversation, true));
        draft.withheld.add(new CallEvent.ReplyStarted());
        return pausing.drafted(draft);
    }

    private void complete(Pausing pausing, String words) {
        boolean asked = floor.memory.expected() != Expected.ANYTHING;
        floor.add(new Effect.DropSpeech());
        floor.emit(new CallEvent.UserTranscript(words, true, false));
        floor.emit(new CallEvent.UserStoppedSpeaking());
        Optional<Reply> draft = pausing.draft().filter(reply -> !reply.failed);
        floor.add(new Effect.TurnEnded(pausing.turn(), draft.isPresent()));
        if (draft.isEmpty()) {
            pausing.draft().ifPresent(voice::discard);
            answer(pausing.turn(), words, true).wasAsked = asked;
            return;
        }
        floor.memory.callerSaid(words);
        draft.get().wasAsked = asked;
        floor.state = new Replying(draft.get());
        voice.confirm(draft.get());
    }

    private Reply answer(int turn, String words, boolean spoken) {
        floor.memory.callerSaid(words);
        Reply reply = Reply.answer(floor.nextReply(), turn, spoken, floor.now);
        floor.state = new Replying(reply);
        floor.add(new Effect.StartReply(reply.number, turn, floor.memory.messages(), false));
        floor.emit(new CallEvent.ReplyStarted());
        return reply;
    }

    private void abandon(Pausing pausing, Outcome outcome, String reason) {
        floor.emit(new CallEvent.Failure(reason));
        drop(pausing.turn(), outcome);
        floor.listen();
        pausing.held().ifPresent(this::resume);
    }

    private void drop(int turn, Outcome outcome) {
        floor.add(new Effect.DropSpeech());
        floor.emit(new CallEvent.UserStoppedSpeaking());
        floor.add(new Effect.CloseTurn(turn, outcome));
    }
}
