package switchboard.llm.receptionist.facts;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import switchboard.api.knowledge.Passage;

/**
 * What a passage speaks of. Immutable.
 *
 * @param words   stemmed words of the passage itself
 * @param topic   stemmed words of the headings above it
 * @param kinds   what kinds of things it tells
 * @param days    of the week that it names
 * @param clauses its parts, in their order
 */
record Told(Set<String> words, Set<String> topic, Set<Kind> kinds, Set<DayOfWeek> days, List<Clause> clauses) {

    private static final int MOST = 4_096;
    /** Every question is held against the same passages: reading each of them anew would take longer than the search. */
    private static final Map<String, Told> READ = new ConcurrentHashMap<>();

    /**
     * A part that speaks of things of its own.
     *
     * @param words stemmed
     * @param kinds what kinds of things it tells
     */
    record Clause(Set<String> words, Set<Kind> kinds) {}

    static Told by(Passage passage, Lexicon lexicon) {
        if (READ.size() > MOST) {
            READ.clear();
        }
        return READ.computeIfAbsent(lexicon.language() + "\n" + passage.topic() + "\n" + passage.text(), key -> read(passage, lexicon));
    }

    /** What a heading says of selling, letting, teaching and mending holds for all that stands below it. */
    private static Told read(Passage passage, Lexicon lexicon) {
        Set<Kind> services = lexicon.told(passage.topic());
        services.removeIf(kind -> !kind.isService());
        List<Clause> clauses = lexicon.split("clause", passage.text()).stream().map(clause -> new Clause(lexicon.content(clause), with(services, lexicon.told(clause)))).toList();
        return new Told(lexicon.content(passage.text()), lexicon.content(passage.topic()), with(services, lexicon.told(passage.text())), Days.of(lexicon).in(Lexicon.plain(passage.text())), clauses);
    }

    private static Set<Kind> with(Set<Kind> services, Set<Kind> kinds) {
        kinds.addAll(services);
        return kinds;
    }

    /** Whether it says a word, or one that means the same, itself or above itself. */
    boolean speaksOf(String word, Lexicon lexicon) {
        return lexicon.isIn(word, words) || lexicon.isIn(word, topic);
    }
}
