package switchboard.llm.llama;

import java.util.Arrays;

/**
 * Which slot of the model reads a prompt: of those that are free the one where the fewest tokens have to be read now and are
 * forgotten for it, so that a company's core, and a call's earlier turns, are not read again. Thread-safe.
 */
final class Slots {

    private final int[][] remembered;
    private final boolean[] taken;
    private final long[] used;
    private long uses;

    Slots(int count) {
        remembered = new int[count][0];
        taken = new boolean[count];
        used = new long[count];
    }

    /**
     * Takes a slot to read a prompt.
     *
     * @throws IllegalStateException if all are taken: as many threads as slots take them
     */
    synchronized int take(int[] prompt) {
        int best = -1;
        for (int slot = 0; slot < taken.length; slot++) {
            if (!taken[slot] && (best < 0 || isBetter(slot, best, prompt))) {
                best = slot;
            }
        }
        if (best < 0) {
            throw new IllegalStateException("all " + taken.length + " slots are taken");
        }
        taken[best] = true;
        used[best] = ++uses;
        return best;
    }

    /** Takes the free slot that was used longest ago, of those that do not remember a whole prompt; -1 if there is none. */
    synchronized int takeStranger(int[] prompt) {
        int worst = -1;
        for (int slot = 0; slot < taken.length; slot++) {
            boolean knows = common(remembered[slot], prompt) == prompt.length;
            if (!taken[slot] && !knows && (worst < 0 || used[slot] < used[worst])) {
                worst = slot;
            }
        }
        if (worst >= 0) {
            taken[worst] = true;
            used[worst] = ++uses;
        }
        return worst;
    }

    /** How many tokens of a prompt a slot remembers. */
    synchronized int known(int slot, int[] prompt) {
        return common(remembered[slot], prompt);
    }

    /** A slot has read this much. */
    synchronized void reads(int slot, int[] prompt, int length) {
        remembered[slot] = Arrays.copyOf(prompt, length);
    }

    synchronized void giveBack(int slot) {
        taken[slot] = false;
    }

    /** Of equals the one that was used longest ago: the other one belongs to a call that is more alive. */
    private boolean isBetter(int slot, int than, int[] prompt) {
        int difference = cost(slot, prompt) - cost(than, prompt);
        return difference < 0 || difference == 0 && used[slot] < used[than];
    }

    /** Tokens to read and tokens to forget. */
    private int cost(int slot, int[] prompt) {
        return prompt.length + remembered[slot].length - 2 * common(remembered[slot], prompt);
    }

    private static int common(int[] one, int[] other) {
        int mismatch = Arrays.mismatch(one, other);
        return mismatch < 0 ? one.length : mismatch;
    }
}
