package switchboard.knowledge;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import switchboard.api.knowledge.TextEmbedder;

/** Hashes words, so that texts with the same words lie close together; waits at "from now on" until it may go on. */
final class Words implements TextEmbedder {

    /** How many texts it was given. */
    final AtomicInteger embedded = new AtomicInteger();
    final CountDownLatch isBusy = new CountDownLatch(1);
    volatile CountDownLatch mayGoOn = new CountDownLatch(0);

    @Override
    public int dimensions() {
        return 64;
    }

    @Override
    public float[] embed(String text) {
        if (text.contains("from now on")) {
            awaitLeave();
        }
        float[] vector = new float[64];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
            vector[Math.floorMod(word.hashCode(), 64)]++;
        }
        float length = 0;
        for (float number : vector) {
            length += number * number;
        }
        for (int i = 0; i < 64; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        embedded.incrementAndGet();
        return vector;
    }

    private void awaitLeave() {
        isBusy.countDown();
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
