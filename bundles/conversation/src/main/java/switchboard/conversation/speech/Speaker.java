package switchboard.conversation.speech;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.Company;
import switchboard.api.tts.SpeechException;
import switchboard.conversation.playout.Playout;

/** Speaks one call's clauses one after the other, on a thread of its own. */
public final class Speaker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Speaker.class);

    private static final int MOST_CLAUSES = 256;
    /** With less to play, a clause is urgent. */
    private static final int HURRY_MS = 300;
    /** With more to play, others go first; the next piece takes about as long on a busy machine. */
    private static final int AHEAD_MS = 1_500;
    /** A voice may be about to be exchanged. */
    private static final Duration LONGEST_HELD = Duration.ofSeconds(2);
    private static final String SENTENCE_END = ".!?…";

    private final String callId;
    private final Synthesis synthesis;
    private final Openings openings;
    private final Playout playout;
    private final Listener listener;
    private final BlockingQueue<Clause> clauses = new LinkedBlockingQueue<>(MOST_CLAUSES);
    private final Thread thread;

    /** Told on the speaker's thread. */
    public interface Listener {

        /** The first samples of a clause are there. */
        void synthesised(int segment, long nowNs, String owner);

        /** A clause cannot be spoken, or not to its end. */
        void failed(int segment, String reason);
    }

    private record Clause(int epoch, int segment, String text, boolean fixed, Company company) {}

    public Speaker(String callId, Synthesis synthesis, Openings openings, Playout playout, Listener listener) {
        this.callId = callId;
        this.synthesis = synthesis;
        this.openings = openings;
        this.playout = playout;
        this.listener = listener;
        this.thread = new Thread(this::run, "call-" + callId + "-speaker");
        thread.setDaemon(true);
        thread.start();
    }

    /** Speaks a clause after those before it, unless the playout is stopped first. Returns at once. */
    public void say(Company company, int segment, String text, boolean fixed) {
        if (!clauses.offer(new Clause(playout.epoch(), segment, text, fixed, company))) {
            listener.failed(segment, "more than " + MOST_CLAUSES + " clauses wait to be spoken");
        }
    }

    @Override
    public void close() {
        playout.stop();
        clauses.clear();
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                speak(clauses.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the call is over
        }
    }

    private void speak(Clause clause) {
        if (clause.epoch != playout.epoch()) {
            return;
        }
        try (RightOfWay.Passage passage = synthesis.rightOfWay().enter(playout.bufferedMs() < HURRY_MS)) {
            Delivery delivery = new Delivery(clause, passage);
            synthesis.speak(callId, clause.company, clause.text, clause.fixed, delivery);
            delivery.end();
            playout.end(clause.epoch, clause.segment, endsSentence(clause.text));
        } catch (SpeechException | RuntimeException e) {
            log.warn("segment={} could not be spoken", clause.segment, e);
            listener.failed(clause.segment, "TextToSpeech failed: " + e.getMessage());
        }
    }

    /** Brings a clause to the playout; one that was expected sounds at once. On one thread at a time. */
    private final class Delivery implements Synthesis.Piece {

        private final Clause clause;
        private final RightOfWay.Passage passage;
        private boolean begun;
        private Optional<SpeechException> failure = Optional.empty();

        Delivery(Clause clause, RightOfWay.Passage passage) {
            this.clause = clause;
            this.passage = passage;
        }

        @Override
        public boolean begins(SpeechCache.Key key) {
            Optional<Openings.Opening> opening = openings.of(key);
            if (opening.isEmpty()) {
                return clause.epoch == playout.epoch();
            }
            try {
                opening.get().hear(this);
            } catch (SpeechException e) {
                failure = Optional.of(e);
            }
            return false;
        }

        @Override
        public boolean accept(float[] samples, String owner) {
            if (begin()) {
                listener.synthesised(clause.segment, System.nanoTime(), owner);
            }
            boolean wanted = playout.add(clause.epoch, samples);
            passage.begun();
            awaitResumed();
            passage.giveWay(() -> clause.epoch == playout.epoch() && playout.bufferedMs() > AHEAD_MS);
            return wanted;
        }

        /** What is not heard yet is in no hurry, but the models that decide whether it may be. */
        private void awaitResumed() {
            try {
                playout.awaitResumed(clause.epoch, LONGEST_HELD);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the call is over
            }
        }

        /** Nothing more comes of it. */
        void end() throws SpeechException {
            if (failure.isPresent()) {
                throw failure.get();
            }
            begin();
        }

        /** Whether this is the beginning. */
        private boolean begin() {
            if (begun) {
                return false;
            }
            begun = true;
            playout.begin(clause.epoch, clause.segment);
            return true;
        }
    }

    private static boolean endsSentence(String text) {
        return SENTENCE_END.indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
