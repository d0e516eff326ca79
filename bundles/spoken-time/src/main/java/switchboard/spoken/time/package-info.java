/**
 * Dates and times, as they are spoken in English, German and Spanish: what a caller means, and how to say it. German and Spanish
 * are rewritten ({@link switchboard.spoken.time.Rewriting}) into the English that one grammar reads.
 *
 * <pre>
 * text -> Tokenizer -> Hesitations -> NumberWords -> Phrase -> Grammar -> LooseHours -> Reading, Rest -> Mention
 *                                                              |  the longest match from the left wins
 *                                                              |-> days     Weekdays, CalendarDates, Spans, ...
 *                                                              |-> times    ClockTimes, PastAndTo, DayParts, ...
 *                                                              `-> neither  People, PhoneNumbers, Amounts, Greetings
 * </pre>
 *
 * <p>A rule looks at one place of the phrase and says what starts there. The rules for what is <em>neither</em> keep "for
 * four people" out of reach of the others. A number that no rule claims is an hour only if its neighbours make it one.
 */
@NullMarked
package switchboard.spoken.time;

import org.jspecify.annotations.NullMarked;
