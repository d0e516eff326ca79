package switchboard.llm.receptionist.facts;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller wants to know.
 *
 * @param plain   in lower case
 * @param content the words that say what it is about, stemmed, in their order, without days
 * @param wanted  the kinds of things that an answer has
 * @param days    of the week that are named
 * @param carried words of the question before that "it" may stand for
 */
record Question(String plain, Set<String> content, Set<Kind> wanted, Set<DayOfWeek> days, Set<String> carried) {

    private static final int FEW_WORDS = 3;

    /** The questions of a turn: callers ask two in one breath. What is no question belongs to the one after it. */
    static List<String> split(String said, Lexicon lexicon) {
        List<String> questions = new ArrayList<>();
        String open = "";
        for (String part : lexicon.split("split", said)) {
            String plain = Lexicon.plain(part);
            boolean alone = !lexicon.content(part).isEmpty() || !lexicon.wanted(part).isEmpty();
            boolean leans = !questions.isEmpty() && lexicon.says("leans", plain) && lexicon.content(part).stream().allMatch(lexicon::isWeak);
            if (leans || !alone && !questions.isEmpty()) {
                int last = questions.size() - 1;
                questions.set(last, questions.get(last) + " and " + part);
                continue;
            }
            open = open.isEmpty() ? part : open + " " + part;
            if (part.endsWith("?") || lexicon.says("asks", plain)) {
                questions.add(open);
                open = "";
            }
        }
        if (!open.isBlank() && !questions.isEmpty()) {
            int last = questions.size() - 1;
            questions.set(last, questions.get(last) + " " + open);
        }
        return questions.isEmpty() ? List.of(said) : questions;
    }

    static Question of(String text, Lexicon lexicon) {
        String plain = Lexicon.plain(text);
        Days days = Days.of(lexicon);
        Set<String> content = lexicon.content(text);
        content.removeIf(days::isDay);
        return new Question(plain, content, lexicon.wanted(plain), days.in(plain), Set.of());
    }

    /** "And on Sunday?" or "how much is it" takes over what it does not say itself from the question before; "I'm coeliac, is that a problem?" says it. */
    Question after(Question before, Lexicon lexicon) {
        boolean nothing = content.isEmpty() || content.stream().allMatch(lexicon::isWeak);
        boolean complete = !wanted.isEmpty() && wanted.stream().anyMatch(kind -> kind.isExact() || kind == Kind.PLACE);
        boolean leans = lexicon.says("leans", plain) || plain.split("\\s+").length <= FEW_WORDS && nothing;
        if (!leans || complete || !nothing && lexicon.says("itself", plain)) {
            return this;
        }
        Set<String> together = new LinkedHashSet<>(content);
        if (nothing) {
            together.addAll(before.content());
        }
        Set<Kind> kinds = wanted.isEmpty() && nothing ? before.wanted() : wanted;
        return new Question(nothing ? before.plain() + " " + plain : plain, together, kinds.isEmpty() ? EnumSet.noneOf(Kind.class) : EnumSet.copyOf(kinds), days.isEmpty() && nothing ? before.days() : days,
                !nothing && lexicon.says("pronoun", plain) ? before.content() : Set.of());
    }

    /** The last of its words, if it has any. */
    Optional<String> last() {
        return content.stream().reduce((before, word) -> word);
    }

    /** Whether it names a thing, and not only a way of asking. */
    boolean namesSomething(Lexicon lexicon) {
        return content.stream().anyMatch(word -> !lexicon.isWeak(word));
    }
}
