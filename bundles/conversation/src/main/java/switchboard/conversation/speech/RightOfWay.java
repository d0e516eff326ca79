package switchboard.conversation.speech;

import java.util.function.BooleanSupplier;

/**
 * Between the calls of a server: whoever is about to speak goes before those whose speech is far ahead of what is heard, and
 * before whatever is only expected. Thread-safe.
 */
public final class RightOfWay {

    private static final long LOOK_AGAIN_MS = 10;
    /** Who has given way for so long goes on; a voice may hang. */
    private static final long LONGEST_MS = 1_000;

    private int waiting;
    private int speaking;

    /** A clause is being synthesised. */
    public final class Passage implements AutoCloseable {

        private boolean urgent;
        private boolean closed;

        private Passage(boolean urgent) {
            this.urgent = urgent;
        }

        /** Something of it can be heard. */
        public void begun() {
            synchronized (RightOfWay.this) {
                if (urgent) {
                    urgent = false;
                    waiting--;
                    RightOfWay.this.notifyAll();
                }
            }
        }

        /** Waits while somebody is about to speak and this clause has time; interrupted, it returns and stays so. */
        public void giveWay(BooleanSupplier hasTime) {
            long end = System.nanoTime() + LONGEST_MS * 1_000_000;
            synchronized (RightOfWay.this) {
                while (waiting > 0 && hasTime.getAsBoolean() && System.nanoTime() < end) {
                    try {
                        RightOfWay.this.wait(LOOK_AGAIN_MS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return;
                    }
                }
            }
        }

        @Override
        public void close() {
            begun();
            synchronized (RightOfWay.this) {
                speaking -= closed ? 0 : 1;
                closed = true;
            }
        }
    }

    /** @param urgent whether somebody hears nothing until it begins */
    public synchronized Passage enter(boolean urgent) {
        waiting += urgent ? 1 : 0;
        speaking++;
        return new Passage(urgent);
    }

    /** Whether nothing is being synthesised that is going to be heard. */
    public synchronized boolean isFree() {
        return speaking == 0;
    }
}
