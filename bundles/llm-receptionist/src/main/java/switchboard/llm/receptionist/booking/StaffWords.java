package switchboard.llm.receptionist.booking;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import switchboard.llm.receptionist.acts.Clauses;

/**
 * Whom a caller asks for, of those who can be booked by name.
 *
 * @param who  the name as the company writes it; empty if nobody was asked for
 * @param any  whether anybody will do, whoever was asked for before
 * @param rest the turn without that
 */
record StaffWords(Optional<String> who, boolean any, String rest) {

    private static final Pattern ANYONE = Pattern.compile("(?i)\\b(?:(?:with )?(?:anyone|anybody|whoever)(?: (?:is free|will do|is fine))?|(?:no|haven't a|don't have a) preference|(?:don't|do not) (?:mind|care) (?:who|which one)|(?:doesn't|does not) matter who)\\b");
    private static final Pattern QUESTION = Pattern.compile("(?i)^\\W*(?:(?:and|but|so|um+|uh+|oh|sorry) )*(?:is|are|does|do|has|have|can|could|would|will|what|when|who|how|which|where)\\b.*");
    private static final Pattern DETAIL = Pattern.compile("\\b(?:" + IntentWords.TIMEY + "|" + Numbers.NUMBER + "|anything|something|when|what time)\\b");

    /**
     * @param said  the turn
     * @param asked what the assistant asked for: where that was a name, one that stands alone is the caller's
     * @param staff those who can be asked for
     */
    static StaffWords in(String said, Optional<Slot> asked, List<StaffMember> staff) {
        List<StaffMember> named = staff.stream().filter(member -> member.isIn(said)).toList();
        if (named.isEmpty()) {
            return new StaffWords(Optional.empty(), !staff.isEmpty() && ANYONE.matcher(said).find(), said);
        }
        boolean nameAsked = asked.equals(Optional.of(Slot.NAME));
        Pattern refused = refused(named);
        StringBuilder rest = new StringBuilder();
        Optional<String> who = Optional.empty();
        for (String sentence : Clauses.sentences(said)) {
            String meant = refused.matcher(sentence).replaceAll(" ");
            List<StaffMember> asking = named.stream().filter(member -> member.isAskedForIn(meant, nameAsked)).toList();
            boolean one = asking.size() == 1;
            who = one ? Optional.of(asking.get(0).name()) : who;
            boolean nothingElse = one && isQuestion(sentence) && !DETAIL.matcher(Speech.plain(sentence)).find();
            rest.append(nothingElse ? "" : one ? asking.get(0).without(meant) + " " : sentence + " ");
        }
        boolean any = who.isEmpty() && ANYONE.matcher(said).find();
        return new StaffWords(who, any, who.isEmpty() ? said : rest.toString().strip());
    }

    /** What is known of a booking after it. */
    Slots heard(Slots slots) {
        return any ? slots.withStaff(Optional.empty()) : who.isPresent() ? slots.withStaff(who) : slots;
    }

    static boolean isQuestion(String sentence) {
        return sentence.endsWith("?") || QUESTION.matcher(sentence).matches();
    }

    /** "Not Dan, Maria please." */
    private static Pattern refused(List<StaffMember> named) {
        return Pattern.compile("(?i),? ?\\b(?:not|rather than|instead of|anyone but|except)(?: with)? (?:" + named.stream().map(StaffMember::called).collect(Collectors.joining("|")) + ")\\b,?");
    }
}
