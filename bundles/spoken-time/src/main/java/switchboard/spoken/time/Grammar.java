package switchboard.spoken.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All rules together, and how they walk through a phrase. Stateless. */
final class Grammar {

    private final Rule everything = everything();
    private final LooseHours looseHours = new LooseHours();

    /** What the phrase holds, in order, without overlaps; the longest match from the left wins. */
    List<Match> matches(Phrase phrase) {
        List<Match> matches = new ArrayList<>();
        int i = 0;
        while (i < phrase.size()) {
            Optional<Match> match = everything.at(phrase, i);
            match.ifPresent(matches::add);
            i = match.map(Match::to).orElse(i + 1);
        }
        return looseHours.among(matches, phrase);
    }

    /** Of equally long matches the first rule's wins: dates before clocks, and both before what is neither. */
    private static Rule everything() {
        Rule clock = Rule.longestOf(new PastAndTo(), new ClockTimes(), new NamedTimes(), new ZeroHours());
        Rule dates = Rule.longestOf(new CalendarDates(), new NumericDates());
        Rule anchor = Rule.longestOf(new RelativeDays(), new Holidays(), new Weekends(), dates, new Weekdays(dates), new MonthDays(), new MonthWeekdays());
        Rule beside = new WeekdaysBeside(anchor);
        Rule counted = new Spans(Rule.longestOf(new Spans(anchor), beside, anchor));
        Rule days = Rule.longestOf(counted, beside, anchor);
        Rule neither = Rule.longestOf(new Greetings(), new Amounts(), new People(clock), new PhoneNumbers());
        return Rule.longestOf(days, clock, new SpansOfTime(), new DayParts(), neither);
    }
}
