package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import switchboard.onnxruntime.Execution;
import switchboard.onnxruntime.Graph;
import switchboard.testkit.TestModels;
import switchboard.tts.kokoro.rewrite.Part;

/** The graphs as the cache has them, against the same ones optimised in memory: to the bit, however often and by however many. */
@Tag("models")
class OptimisedGraphsTest {

    private static final String[] WORDS = ("jʊɹ əpˈYntmᵊnt ɪz ɑn fɹˈIdA æt sˈɪks θˈɜɹTi, ænd wi hæv pˈɑɹkɪŋ, tʃˈIld tʃˈɛɹz ænd ə mˈɛnju fɔɹ tʃˈɪldɹən.")
            .split(" ");
    private static final int CLAUSES = 10;
    private static final int CALLERS = 2;

    private static Synthesis cached;
    private static final Map<String, float[]> expected = new LinkedHashMap<>();

    @BeforeAll
    static void say() throws Exception {
        TestModels models = new TestModels();
        Voices voices = Voices.from(models);
        cached = new Synthesis(FastGraphs.open(models), voices, new Pace(), () -> 0);
        try (Synthesis inMemory = new Synthesis(optimisedInMemory(new FastGraphs(models)), voices, new Pace(), () -> 0)) {
            for (int clause = 1; clause <= CLAUSES; clause++) {
                String phonemes = String.join(" ", List.of(WORDS).subList(0, clause * WORDS.length / CLAUSES));
                expected.put(phonemes, audio(inMemory, phonemes));
            }
        }
    }

    @AfterAll
    static void close() {
        cached.close();
    }

    @Test
    void every_clause_sounds_the_same_the_first_time_and_later() throws Exception {
        for (int round = 0; round < 2; round++) {
            for (Map.Entry<String, float[]> clause : expected.entrySet()) {
                assertThat(audio(cached, clause.getKey())).as("round %d: %s", round, clause.getKey()).isEqualTo(clause.getValue());
            }
        }
    }

    @Test
    void so_it_does_while_others_speak() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<float[]>> calls = expected.keySet().stream().map(phonemes -> (Callable<float[]>) () -> audio(cached, phonemes)).toList();
            List<float[]> heard = new ArrayList<>();
            for (Future<float[]> call : callers.invokeAll(calls)) {
                heard.add(call.get());
            }
            assertThat(heard).containsExactlyElementsOf(expected.values());
        } finally {
            callers.shutdownNow();
        }
    }

    private static Graphs optimisedInMemory(FastGraphs source) throws Exception {
        Map<Part, Graph> graphs = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            try (OrtSession.SessionOptions options = Execution.threads(Graphs.THREADS).options()) {
                graphs.put(part, Graph.open("Kokoro, optimised in memory", source.rewritten(part), options));
            }
        }
        return new Graphs(graphs);
    }

    private static float[] audio(Synthesis synthesis, String phonemes) throws Exception {
        List<float[]> pieces = new ArrayList<>();
        synthesis.say(Vocabulary.tokens(phonemes), "af_heart", 1, pieces::add);
        return Sounds.joined(pieces);
    }
}
