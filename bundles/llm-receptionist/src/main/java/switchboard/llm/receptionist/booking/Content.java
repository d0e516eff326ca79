package switchboard.llm.receptionist.booking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import switchboard.llm.receptionist.acts.Act;
import switchboard.llm.receptionist.acts.Clause;

/**
 * What of a turn may belong to a booking: reasons, troubles, politeness and requests to wait do not, since their days, numbers and names
 * are not what is wanted.
 *
 * @param said    all of it
 * @param clauses with what they do; empty if nothing is known of them
 */
record Content(String said, List<Clause> clauses) {

    private static final Pattern GREETING = Pattern.compile("(?:(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|there|yes)(?: |$))+");
    private static final String NAMED_DAY = "today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:the )?(?:" + IntentWords.ORDINAL + "|\\d{1,2})";
    private static final Pattern DAY = Pattern.compile("\\b(?:" + NAMED_DAY + "|the " + IntentWords.ORDINAL + ")\\b");
    /** "It's our anniversary on Saturday", "I've Monday off": nobody tells such a day for nothing. */
    private static final Pattern OCCASION = Pattern.compile("\\b(?:(?:am|i'm|is|are|we're|i've|have|got|get) (?:(?!not\\b)\\S+ ){0,3}?(?:off|free|available|at home)|birthday|anniversary|wedding|engagement|christening|graduat\\w+|celebrat\\w+|party|reunion|valentine's|mother's day|father's day|\\w+tieth)\\b");
    /** "Tomorrow I've got my nan till lunch, so after that." */
    private static final Pattern AFTER_THAT = Pattern.compile("\\b(?:(?:straight |right |just )?(?:after|before) (?:that|then|it)|afterwards|that day|the same day)\\b");
    /** "Sorry, I meant the seventeenth." */
    private static final Pattern CORRECTS = Pattern.compile("\\bi (?:mean|meant)\\b|\\bmake (?:it|that)\\b|\\binstead\\b");
    private static final Map<Slot, Pattern> ANSWERS = Map.of(Slot.TIME, Pattern.compile("\\b(?:" + Numbers.NUMBER + "|noon|midday|half|morning|afternoon|evening)\\b"),
            Slot.PARTY, Pattern.compile("\\b(?:" + Numbers.NUMBER + ")\\b"), Slot.DAY, Pattern.compile("\\b(?:" + NAMED_DAY + ")\\b"));
    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private static final Pattern MARKED = Pattern.compile("[.,?!]$");

    /** All of a turn whose answer to what was asked would be left out else. */
    String of(Optional<Slot> asked) {
        Pattern answer = asked.map(slot -> ANSWERS.getOrDefault(slot, NOTHING)).orElse(NOTHING);
        String content = content();
        return answer.matcher(Speech.plain(said)).find() && !answer.matcher(Speech.plain(content)).find() ? said : content;
    }

    /** The clauses that are kept; all if none is, unless that is certain; then it is empty. */
    private String content() {
        List<Clause> kept = kept();
        boolean named = NameWords.introduced(said).isPresent() && kept.stream().noneMatch(clause -> NameWords.introduced(clause.text()).isPresent());
        if (named || kept.size() == clauses.size()) {
            return said;
        }
        boolean nothing = clauses.stream().allMatch(clause -> isBeside(clause, Clause.CERTAIN));
        return !kept.isEmpty() ? kept.stream().map(Clause::text).reduce((before, text) -> before + (MARKED.matcher(before).find() ? " " : ", ") + text).orElseThrow() : nothing ? "" : said;
    }

    private List<Clause> kept() {
        List<Clause> told = clauses.stream().filter(clause -> !isBeside(clause, Clause.SURE)).toList();
        boolean dated = told.stream().anyMatch(clause -> says(DAY, clause));
        boolean pointed = told.stream().anyMatch(clause -> says(AFTER_THAT, clause));
        return clauses.stream().filter(clause -> told.contains(clause) || !dated && says(DAY, clause) && (pointed || says(OCCASION, clause))).toList();
    }

    /** Whoever greets may say a name behind it; whoever says who calls, or how many come, or corrects, says no mere reason. */
    private static boolean isBeside(Clause clause, double enough) {
        String plain = Speech.plain(clause.text());
        return clause.is(Act.REASON, Act.TROUBLE, Act.CHAT, Act.WAIT) >= enough && !GREETING.matcher(plain).matches() && NameWords.introduced(clause.text()).isEmpty()
                && PartyWords.find(plain).party() == 0 && !CORRECTS.matcher(plain).find();
    }

    private static boolean says(Pattern pattern, Clause clause) {
        return pattern.matcher(Speech.plain(clause.text())).find();
    }
}
