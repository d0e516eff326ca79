package switchboard.bench.matters;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.bench.Nowhere;
import switchboard.bench.regression.Fit;
import switchboard.embedding.minilm.MiniLmModel;
import switchboard.knowledge.Matters;
import switchboard.testkit.LoadNow;
import switchboard.testkit.TestModels;

/** Counts how often it is told rightly what a question or a statement is about, of each file by a model that was fitted to the others; or fits the one that is shipped. */
public final class MattersBench {

    private static final Path SAMPLES = Path.of("matters");
    private static final Path SHIPPED = Path.of("../bundles/knowledge/src/main/resources/switchboard/knowledge/matters.weights");

    private final Map<Sample, float[]> vectors = new LinkedHashMap<>();
    private final List<String> matters;

    private MattersBench(List<Sample> samples, TextEmbedder embedder) {
        samples.forEach(sample -> vectors.put(sample, sample.question() ? embedder.embedQuestion(sample.text()) : embedder.embed(sample.text())));
        matters = samples.stream().map(Sample::matter).distinct().sorted().toList();
    }

    /** @param arguments {@code fit} to write the weights that are shipped, else none */
    public static void main(String[] arguments) throws IOException {
        TextEmbedder embedder = LoadNow.model(TextEmbedder.class, loader -> new MiniLmModel(Nowhere.CONTEXT, loader, new TestModels()));
        MattersBench bench = new MattersBench(Sample.all(SAMPLES), embedder);
        if (List.of(arguments).contains("fit")) {
            bench.ship();
        } else {
            System.out.print(bench.table());
        }
    }

    private void ship() throws IOException {
        Files.createDirectories(SHIPPED.getParent());
        try (OutputStream file = Files.newOutputStream(SHIPPED)) {
            fitted(sample -> true).write(file);
        }
        System.out.printf("%s: fitted to %d texts of %d matters, %d bytes%n", SHIPPED.getFileName(), vectors.size(), matters.size(), Files.size(SHIPPED));
    }

    private Matters fitted(Predicate<Sample> some) {
        return new Matters(weights(some.and(Sample::question)), weights(some.and(Predicate.not(Sample::question))));
    }

    private float[][] weights(Predicate<Sample> some) {
        List<Sample> samples = vectors.keySet().stream().filter(some).toList();
        return Fit.weights(samples.stream().map(vectors::get).toList(), samples.stream().map(sample -> matters.indexOf(sample.matter())).toList(), matters.size());
    }

    private String table() {
        StringBuilder table = new StringBuilder("| file | questions | rightly told | statements | rightly told |\n|---|---|---|---|---|\n");
        for (String file : vectors.keySet().stream().map(Sample::file).distinct().toList()) {
            Matters others = fitted(sample -> !sample.file().equals(file));
            List<Sample> questions = vectors.keySet().stream().filter(sample -> sample.file().equals(file) && sample.question()).toList();
            List<Sample> statements = vectors.keySet().stream().filter(sample -> sample.file().equals(file) && !sample.question()).toList();
            table.append("| %s | %d | %s | %d | %s |%n".formatted(file, questions.size(), share(questions, others), statements.size(), share(statements, others)));
        }
        return table.toString();
    }

    private String share(List<Sample> some, Matters model) {
        long right = some.stream().filter(sample -> {
            float[] likely = sample.question() ? model.ofQuestion(vectors.get(sample)) : model.ofPassage(vectors.get(sample));
            int most = IntStream.range(0, likely.length).reduce((one, other) -> likely[other] > likely[one] ? other : one).orElseThrow();
            return matters.get(most).equals(sample.matter());
        }).count();
        return "%d %%".formatted(Math.round(100.0 * right / Math.max(1, some.size())));
    }
}
