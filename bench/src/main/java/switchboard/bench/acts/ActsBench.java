package switchboard.bench.acts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.bench.Nowhere;
import switchboard.bench.regression.Fit;
import switchboard.embedding.minilm.MiniLmModel;
import switchboard.llm.receptionist.acts.Act;
import switchboard.llm.receptionist.acts.ActModel;
import switchboard.llm.receptionist.acts.Clause;
import switchboard.testkit.LoadNow;
import switchboard.testkit.TestModels;

/** Counts how often it is told rightly what a caller does with a clause, of each writer by a model that was fitted to the others; or fits the one that is shipped. */
public final class ActsBench {

    private static final Path SAMPLES = Path.of("acts");
    private static final Path QUESTIONS = Path.of("retrieval");
    private static final Path SHIPPED = Path.of("../bundles/llm-receptionist/src/main/resources/switchboard/llm/receptionist/acts/acts.weights");

    private ActsBench() {
    }

    /** @param arguments {@code fit} to write the weights that are shipped, else none */
    public static void main(String[] arguments) throws IOException {
        TextEmbedder embedder = LoadNow.model(TextEmbedder.class, loader -> new MiniLmModel(Nowhere.CONTEXT, loader, new TestModels()));
        Map<Sample, float[]> vectors = new LinkedHashMap<>();
        Stream.concat(Sample.all(SAMPLES).stream(), Sample.questions(QUESTIONS).stream()).forEach(sample -> vectors.put(sample, embedder.embedQuestion(sample.clause())));
        if (List.of(arguments).contains("fit")) {
            ship(fitted(vectors, vectors.keySet()), vectors.size());
        } else {
            System.out.print(table(vectors));
        }
    }

    private static void ship(ActModel model, int samples) throws IOException {
        Files.createDirectories(SHIPPED.getParent());
        try (OutputStream file = Files.newOutputStream(SHIPPED)) {
            model.write(file);
        }
        System.out.printf("%s: fitted to %d clauses, %d bytes%n", SHIPPED.getFileName(), samples, Files.size(SHIPPED));
    }

    private static ActModel fitted(Map<Sample, float[]> vectors, Set<Sample> samples) {
        List<Sample> order = List.copyOf(samples);
        return new ActModel(ActModel.EMBEDDER, ActModel.EMBEDDER_VERSION, Fit.weights(order.stream().map(vectors::get).toList(), order.stream().map(sample -> sample.act().ordinal()).toList(), Act.values().length));
    }

    private static String table(Map<Sample, float[]> vectors) {
        List<Told> told = new ArrayList<>();
        for (String writer : vectors.keySet().stream().map(Sample::writer).distinct().toList()) {
            ActModel others = fitted(vectors, vectors.keySet().stream().filter(sample -> !sample.writer().equals(writer)).collect(Collectors.toCollection(LinkedHashSet::new)));
            vectors.keySet().stream().filter(sample -> sample.writer().equals(writer))
                    .forEach(sample -> told.add(new Told(sample, new Clause(sample.clause(), others.probabilities(vectors.get(sample))))));
        }
        StringBuilder table = new StringBuilder("| act | n | found | rightly told | sure (%s) | right of those |%n|---|---|---|---|---|---|%n".formatted(Clause.SURE));
        for (Act act : Act.values()) {
            table.append(row(act.name().toLowerCase(Locale.ROOT), told.stream().filter(one -> one.sample.act() == act).toList(), told.stream().filter(one -> one.clause.act() == act).toList()));
        }
        return table.append(row("all", told, told)).toString();
    }

    private record Told(Sample sample, Clause clause) {

        boolean isRight() {
            return clause.act() == sample.act();
        }

        boolean isSure() {
            return clause.is(clause.act()) >= Clause.SURE;
        }
    }

    private static String row(String name, List<Told> are, List<Told> told) {
        List<Told> sure = told.stream().filter(Told::isSure).toList();
        return "| %s | %d | %s | %s | %s | %s |%n".formatted(name, are.size(), share(are), share(told), "%d %%".formatted(Math.round(100.0 * sure.size() / told.size())), share(sure));
    }

    private static String share(List<Told> some) {
        return "%d %%".formatted(Math.round(100.0 * some.stream().filter(Told::isRight).count() / Math.max(1, some.size())));
    }
}
