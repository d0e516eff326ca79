package switchboard.model.store;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Fetches every model that a server needs, or those that are named, before a server starts. Runs without a framework. On a
 * terminal it shows how downloads come on; elsewhere it prints one line for each file that was fetched.
 */
public final class Fetch {

    private final DiskModelStore store;
    private final Sources sources;
    private final PrintStream out;
    private final Runnable clearLine;
    private int verified;
    private int fetched;
    private int failed;

    private Fetch(DiskModelStore store, Sources sources, PrintStream out, Runnable clearLine) {
        this.store = store;
        this.sources = sources;
        this.out = out;
        this.clearLine = clearLine;
    }

    /**
     * @param names models of models.json; none means all but the optional ones
     */
    public static void main(String[] names) {
        boolean terminal = System.console() != null;
        System.exit(fetch(List.of(names), Catalogue.shipped(), Locations.ofThisProcess(), System.out, terminal));
    }

    /** Returns the exit code: 0 if all files are there and verified. */
    static int fetch(List<String> names, Catalogue catalogue, Locations locations, PrintStream out, boolean terminal) {
        List<String> known = catalogue.models().stream().map(Catalogue.Model::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                out.printf("unknown model '%s'; models.json has %s%n", name, String.join(", ", known));
                return 1;
            }
        }
        List<Catalogue.Model> wanted = catalogue.models().stream()
                .filter(model -> names.isEmpty() ? !model.optional() : names.contains(model.name())).toList();
        ProgressBar bar = new ProgressBar(out, System::nanoTime);
        try (Sources sources = new Sources(locations.mirror(), terminal ? bar : Progress.SILENT)) {
            Fetch fetch = new Fetch(new DiskModelStore(catalogue, locations), sources, out, terminal ? bar::clear : () -> {});
            wanted.forEach(fetch::fetch);
            return fetch.summary();
        } catch (IOException e) {
            out.println("✗ " + e);
            return 1;
        }
    }

    /** After a file that cannot be had the rest of its model is of no use; the other models are. */
    private void fetch(Catalogue.Model model) {
        try {
            for (Catalogue.Weights file : model.files()) {
                fetch(model.name(), file);
            }
        } catch (IOException e) {
            clearLine.run();
            out.println("✗ " + e.getMessage());
            failed++;
        }
    }

    private void fetch(String model, Catalogue.Weights file) throws IOException {
        if (!store.has(model, file)) {
            long start = System.nanoTime();
            store.file(model, file.name(), sources);
            clearLine.run();
            out.printf(Locale.ROOT, "✓ %s/%s  %.1f MB  %.1f s%n", model, file.name(), file.size() / 1e6, (System.nanoTime() - start) / 1e9);
            fetched++;
        }
        verified++;
    }

    private int summary() {
        out.printf("models: %d files verified%s%s%n", verified,
                fetched > 0 ? ", %d of them fetched".formatted(fetched) : "",
                failed > 0 ? "; %d models are not complete".formatted(failed) : "");
        return failed > 0 ? 1 : 0;
    }
}
