package switchboard.tts.kokoro;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import switchboard.testkit.TestModels;

/**
 * How long a caller waits: from phonemes to the first piece of audio, and to the last.
 *
 * <p>{@code mvn -q -o test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath}, then
 * {@code java -cp target/test-classes:target/classes:$(cat target/classpath) switchboard.tts.kokoro.FirstAudio 20 af_heart}
 */
final class FirstAudio {

    private static final List<String> SENTENCES = List.of(
            "jˈɛs.",
            "wˈʌn mˈOmᵊnt, plˈiz.",
            "jʊɹ əpˈYntmᵊnt ɪz ɑn fɹˈIdA æt sˈɪks θˈɜɹTi.",
            "wˌi ɑɹ ˈOpᵊn fɹʌm nˈIn ɪn ðə mˈɔɹnɪŋ ʌntˈɪl tˈɛn æt nˈIt, ɛvəɹi dˈA bˌʌt mˈʌndA.",
            "jʊɹ tˈAbᵊl fɔɹ fˈɔɹ ɪz bˈʊkt ɑn fɹˈIdA æt sˈɛvən ˌɪn ði ˈivnɪŋ, ænd wˌi lˈʊk fˈɔɹwəɹd tʊ sˈiɪŋ ju.",
            "ˌI æm sˈɑɹi, wˌi dˈOnt hæv ə fɹˈi tˈAbᵊl æt ðæt tˈIm; wˈʊd hˈæf pˈæst ˈAt bi ɔlɹˈIt, ɔɹ ʃˈæl ˌI lˈʊk æt ə dˈɪfɹənt dˈA?"
                    + " wˌi ɑɹ kwˈIt ɑn tˈuzdA ænd wˈɛnzdA.");

    private FirstAudio() {
    }

    /** @param arguments runs per sentence, voice */
    public static void main(String[] arguments) throws Exception {
        TestModels models = new TestModels();
        System.out.println("first piece and whole, ms: p50 p95 max (n); the least by which a later piece was early");
        for (int threads : List.of(2, 1)) {
            long start = System.nanoTime();
            try (Synthesis synthesis = new Synthesis(FastGraphs.open(models, threads), Voices.from(models))) {
                System.out.printf("%d threads, opened in %.0f ms%n", threads, (System.nanoTime() - start) / 1e6);
                for (String sentence : SENTENCES) {
                    measure(synthesis, Vocabulary.tokens(sentence), arguments[1], Integer.parseInt(arguments[0]));
                }
                System.out.println("resident: " + resident());
            }
        }
    }

    private static void measure(Synthesis synthesis, int[] tokens, String voice, int runs) throws Exception {
        double[] first = new double[runs];
        double[] whole = new double[runs];
        double[] reserve = new double[runs];
        double seconds = 0;
        for (int run = -2; run < runs; run++) {
            Listener listener = new Listener();
            synthesis.say(tokens, voice, 1, listener::hear);
            if (run >= 0) {
                first[run] = listener.firstMs;
                whole[run] = listener.elapsedMs();
                reserve[run] = listener.leastReserveMs;
                seconds = listener.heardMs / 1000;
            }
        }
        Arrays.sort(reserve);
        System.out.printf("%3d tokens %5.2f s: first %s, whole %s, reserve p50 %.0f least %.0f%n",
                tokens.length, seconds, summary(first), summary(whole), reserve[runs / 2], reserve[0]);
    }

    private static String summary(double[] ms) {
        Arrays.sort(ms);
        return "%.0f %.0f %.0f (%d)".formatted(ms[ms.length / 2], ms[(int) Math.ceil(0.95 * ms.length) - 1], ms[ms.length - 1], ms.length);
    }

    private static String resident() throws Exception {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS")).findFirst().orElse("unknown") : "unknown";
    }

    /** Hears each piece from when the one before has ended, or from when it came. */
    private static final class Listener {

        private final long start = System.nanoTime();
        private double firstMs = -1;
        private double heardMs;
        private double leastReserveMs = Double.POSITIVE_INFINITY;

        boolean hear(float[] piece) {
            double now = elapsedMs();
            if (firstMs < 0) {
                firstMs = now;
            } else {
                leastReserveMs = Math.min(leastReserveMs, firstMs + heardMs - now);
            }
            heardMs += piece.length * 1000.0 / Kokoro.SAMPLE_RATE_HZ;
            return true;
        }

        double elapsedMs() {
            return (System.nanoTime() - start) / 1e6;
        }
    }
}
