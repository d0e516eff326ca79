package switchboard.model.store;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Fetches every model, or those that are named, before a server starts. Runs without a framework. */
public final class Fetch {

    private Fetch() {
    }

    /**
     * @param names models of models.json; none means all
     */
    public static void main(String[] names) {
        System.exit(fetch(List.of(names), Catalogue.shipped(), Locations.ofThisProcess(), System.out));
    }

    /** Returns the exit code: 0 if all files are there and verified. */
    static int fetch(List<String> names, Catalogue catalogue, Locations locations, PrintStream out) {
        List<String> known = catalogue.models().stream().map(Catalogue.Model::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                out.printf("unknown model '%s'; models.json has %s%n", name, String.join(", ", known));
                return 1;
            }
        }
        DiskModelStore store = new DiskModelStore(catalogue, locations);
        try (Sources sources = new Sources()) {
            for (Catalogue.Model model : catalogue.models()) {
                for (Catalogue.Weights file : names.isEmpty() || names.contains(model.name()) ? model.files() : List.<Catalogue.Weights>of()) {
                    long start = System.nanoTime();
                    store.file(model.name(), file.name(), sources);
                    out.printf(Locale.ROOT, "✓ %s/%s  %.1f MB  %.2f s%n",
                            model.name(), file.name(), file.size() / 1e6, (System.nanoTime() - start) / 1e9);
                }
            }
            return 0;
        } catch (IOException e) {
            out.println("✗ " + e.getMessage());
            return 1;
        }
    }
}
