package switchboard.llm.receptionist.facts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest.House;
import switchboard.api.time.SpokenTimes;

/**
 * Answers questions from what a company has written down, and from its opening hours, or not at all. Immutable.
 *
 * @param house    whose language is spoken
 * @param passages what its documents may have on the question, best first
 * @param now      the company's time
 * @param times    understands dates; empty if there is none of the house's language
 */
public record Facts(House house, List<Passage> passages, ZonedDateTime now, Optional<SpokenTimes> times) {

    private static final int IN_ONE_TURN = 2;

    /**
     * The answer for the ear, or empty if it is not known.
     *
     * @param said   what the caller asks
     * @param before what was asked before, of which the question may be the rest; empty if nothing was
     */
    public Optional<String> answer(String said, String before) {
        return answer(said, before, question -> told(question, Relevance.ENOUGH));
    }

    /** The same, but only if there is hardly any doubt that this is what the caller wants to know. */
    public Optional<String> surely(String said, String before) {
        return answer(said, before, question -> told(question, Relevance.SURE));
    }

    /** What comes nearest to the answer, though there is doubt: to be told only together with that doubt. */
    public Optional<String> perhaps(String said, String before) {
        return answer(said, before, this::nearest);
    }

    private Optional<String> answer(String said, String before, Function<Question, Optional<String>> fact) {
        Lexicon lexicon = Lexicon.of(house.language());
        List<String> answers = new ArrayList<>();
        boolean all = true;
        Question previous = before.isEmpty() ? null : Question.of(before, lexicon);
        List<String> questions = Question.split(said, lexicon);
        for (String text : questions.subList(0, Math.min(IN_ONE_TURN, questions.size()))) {
            Question question = Question.of(text, lexicon);
            Question whole = previous == null ? question : question.after(previous, lexicon);
            Optional<String> answer = hours(whole, lexicon).or(() -> fact.apply(whole));
            answer.filter(words -> !answers.contains(words)).ifPresent(answers::add);
            all &= answer.isPresent();
            previous = whole;
        }
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(String.join(" ", answers) + (all ? "" : " " + tongue().restUnknown()));
    }

    /** How the house's language is spoken. */
    public Tongue tongue() {
        return Tongue.of(house.language());
    }

    private Optional<String> told(Question question, double enough) {
        return say(choice(question).best(enough)).or(() -> both(question, enough));
    }

    private Optional<String> nearest(Question question) {
        return say(choice(question).nearest());
    }

    /** One passage with what stands beside it, or two without. */
    private Optional<String> say(List<Passage> answers) {
        Ear ear = Ear.of(house.language());
        return answers.isEmpty() ? Optional.empty()
                : Optional.of(answers.size() == 1 ? ear.say(Breath.of(answers.get(0))) : answers.stream().map(passage -> ear.say(passage.text())).collect(Collectors.joining(" ")));
    }

    private Choice choice(Question question) {
        return Choice.of(question, passages, Lexicon.of(house.language()));
    }

    /** "Do you have parking and a terrace?" is answered by two facts, if by none alone. */
    private Optional<String> both(Question question, double enough) {
        Lexicon lexicon = Lexicon.of(house.language());
        List<String> parts = lexicon.split("and", question.plain());
        if (parts.size() != 2) {
            return Optional.empty();
        }
        List<Optional<String>> answers = parts.stream().map(part -> Question.of(part, lexicon)).filter(part -> part.namesSomething(lexicon))
                .map(part -> say(choice(new Question(part.plain(), part.content(), question.wanted(), question.days(), question.carried())).best(enough))).toList();
        return answers.size() == 2 && answers.stream().allMatch(Optional::isPresent)
                ? Optional.of(String.join(" ", answers.stream().flatMap(Optional::stream).distinct().toList())) : Optional.empty();
    }

    /** If nothing but the opening hours is asked for. */
    private Optional<String> hours(Question question, Lexicon lexicon) {
        Hours hours = new Hours(house.hours(), tongue());
        boolean onlyDays = question.content().isEmpty() && question.wanted().isEmpty() && !question.days().isEmpty();
        boolean asked = (onlyDays || lexicon.says("hours", question.plain())) && question.content().stream().allMatch(word -> lexicon.says("timeword", word));
        if (!asked || !hours.areKnown()) {
            return Optional.empty();
        }
        LocalDate today = now.toLocalDate();
        if (lexicon.says("now", question.plain())) {
            return Optional.of(hours.at(today, now.toLocalTime()));
        }
        boolean holiday = lexicon.says("holiday", question.plain());
        Set<DayOfWeek> days = Days.of(lexicon).in(question.plain(), today);
        Optional<LocalDate> date = times.flatMap(spoken -> spoken.find(question.plain(), now.toLocalDateTime()).day()).filter(day -> holiday || days.size() <= 1);
        if (date.filter(hours::isException).isPresent() || date.isPresent() && !holiday && days.isEmpty()) {
            return Optional.of(hours.on(date.get(), today));
        }
        if (holiday) {
            // The usual hours say nothing of a holiday; the documents may.
            return Optional.empty();
        }
        if (lexicon.says("today", question.plain())) {
            return Optional.of(hours.on(today, today));
        }
        return Optional.of(hours.on(days));
    }
}
