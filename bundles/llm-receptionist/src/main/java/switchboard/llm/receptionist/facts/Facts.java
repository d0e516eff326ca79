package switchboard.llm.receptionist.facts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
     * The answer for the ear, or empty if it is not known. Of two questions one may be answered with doubt, or not at all, and then
     * that is said.
     *
     * @param said   what the caller asks
     * @param before what was asked before, of which the question may be the rest; empty if nothing was
     */
    public Optional<String> answer(String said, String before) {
        return answer(said, before, Relevance.ENOUGH);
    }

    /** The same, but only if there is hardly any doubt that this is what the caller wants to know. */
    public Optional<String> surely(String said, String before) {
        return answer(said, before, Relevance.SURE);
    }

    /** What comes nearest to the answer, though there is doubt. */
    public Optional<Guess> perhaps(String said, String before) {
        return questions(said, before).stream().flatMap(question -> nearest(question).stream()).reduce(Guess::and);
    }

    /** What may help somebody who tells something and asks for nothing; that another house has shut asks for no hours. */
    public Optional<Guess> likely(String said, String before) {
        Lexicon lexicon = Lexicon.of(house.language());
        return questions(said, before).stream().filter(told -> !lexicon.says("hours", told.plain())).flatMap(told -> guess(choice(told).likely()).stream()).findFirst();
    }

    /** Whether a turn is a question by its words, though the question may not stand at the beginning of a sentence. */
    public boolean isAsked(String said) {
        return Lexicon.of(house.language()).says("inquires", Lexicon.plain(said));
    }

    private Optional<String> answer(String said, String before, double enough) {
        Map<Question, String> known = new LinkedHashMap<>();
        List<Question> questions = questions(said, before);
        questions.forEach(question -> hours(question).or(() -> told(question, enough)).ifPresent(answer -> known.put(question, answer)));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        String answers = known.values().stream().distinct().collect(Collectors.joining(" "));
        Stream<String> rest = questions.stream().filter(question -> !known.containsKey(question)).map(question -> nearest(question).map(near -> answers.contains(near.fact()) ? "" : near.say(tongue())).orElse(tongue().restUnknown()))
                .filter(other -> !other.isEmpty());
        return Optional.of(Stream.concat(Stream.of(answers), rest).distinct().collect(Collectors.joining(" ")));
    }

    /** What is asked in a turn, each with what it takes over from the one before. */
    private List<Question> questions(String said, String before) {
        Lexicon lexicon = Lexicon.of(house.language());
        List<Question> questions = new ArrayList<>();
        Optional<Question> previous = before.isEmpty() ? Optional.empty() : Optional.of(Question.of(before, lexicon));
        for (String text : Question.split(said, lexicon).stream().limit(IN_ONE_TURN).toList()) {
            Question question = Question.of(text, lexicon);
            questions.add(previous.map(earlier -> question.after(earlier, lexicon)).orElse(question));
            previous = Optional.of(questions.get(questions.size() - 1));
        }
        return questions;
    }

    /** How the house's language is spoken. */
    public Tongue tongue() {
        return Tongue.of(house.language());
    }

    private Optional<String> told(Question question, double enough) {
        return say(choice(question).best(enough)).or(() -> both(question, enough));
    }

    private Optional<Guess> nearest(Question question) {
        return guess(choice(question));
    }

    private Optional<Guess> guess(Choice choice) {
        return say(choice.nearest()).map(fact -> Guess.of(fact, choice.leads()));
    }

    /** One passage with what stands beside it, or two without. */
    private Optional<String> say(List<Passage> answers) {
        Ear ear = Ear.of(house.language());
        return answers.isEmpty() ? Optional.empty()
                : Optional.of(answers.size() == 1 ? Breath.ended(ear.say(Breath.of(answers.get(0)))) : answers.stream().map(passage -> Breath.ended(ear.say(passage.text()))).collect(Collectors.joining(" ")));
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
    private Optional<String> hours(Question question) {
        Lexicon lexicon = Lexicon.of(house.language());
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
