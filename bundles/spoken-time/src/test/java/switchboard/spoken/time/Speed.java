package switchboard.spoken.time;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import switchboard.spoken.time.Phrases.Example;

/** Prints how long a phrase takes: p50, p95 and the longest, in microseconds. Run it as a program. */
final class Speed {

    private static final int WARM_UP_ROUNDS = 50;
    private static final int ROUNDS = 50;

    private Speed() {}

    public static void main(String[] args) throws Exception {
        List<Example> examples = Phrases.all();
        EnglishTimes times = new EnglishTimes();
        LocalDateTime now = LocalDateTime.of(2026, 11, 25, 10, 0);
        long firstNs = System.nanoTime();
        times.find(examples.get(0).phrase(), now);
        firstNs = System.nanoTime() - firstNs;
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            examples.forEach(example -> times.find(example.phrase(), now));
        }
        long[] ns = new long[ROUNDS * examples.size()];
        for (int i = 0; i < ns.length; i++) {
            String phrase = examples.get(i % examples.size()).phrase();
            long start = System.nanoTime();
            times.find(phrase, now);
            ns[i] = System.nanoTime() - start;
        }
        Arrays.sort(ns);
        System.out.printf("phrases=%d first=%d us p50=%.1f us p95=%.1f us max=%.1f us%n", examples.size(), firstNs / 1000,
                ns[ns.length / 2] / 1e3, ns[ns.length * 95 / 100] / 1e3, ns[ns.length - 1] / 1e3);
    }
}
