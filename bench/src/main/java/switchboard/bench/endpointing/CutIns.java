package switchboard.bench.endpointing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import switchboard.bench.Figures;

/** Pauses in the middle of turns, and how soon after their beginning the turn was taken for finished. */
final class CutIns {

    private static final List<Integer> BUDGETS_MS = List.of(300, 800);

    private final Map<String, List<Optional<Long>>> byKind = new LinkedHashMap<>();

    /** @param afterMs from the beginning of the pause; empty if it was waited for the caller to go on */
    void add(String kind, Optional<Long> afterMs) {
        byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(afterMs);
    }

    void tell(Figures figures, String where) {
        List<Optional<Long>> all = byKind.values().stream().flatMap(List::stream).toList();
        figures.add("pauses in the middle of a turn, " + where, all.size());
        for (int budget : BUDGETS_MS) {
            figures.add("of 100 pauses cut into within " + budget + " ms, " + where, percentWithin(all, budget));
        }
        figures.add("of 100 pauses cut into at all, " + where, percentWithin(all, Integer.MAX_VALUE));
        byKind.forEach((kind, pauses) -> figures.add("of 100 pauses cut into within 800 ms, " + kind + ", " + where, percentWithin(pauses, 800)));
    }

    private static double percentWithin(List<Optional<Long>> pauses, int budgetMs) {
        return 100.0 * pauses.stream().filter(after -> after.isPresent() && after.get() <= budgetMs).count() / pauses.size();
    }
}
