package switchboard.llm.receptionist.booking;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import switchboard.llm.receptionist.acts.Act;
import switchboard.llm.receptionist.acts.Aim;
import switchboard.llm.receptionist.acts.Clause;

/**
 * A turn of the caller with what its clauses do, as far as that is known.
 *
 * @param said all of it
 * @param acts reads clauses; tells none of what it does not know
 */
public record Heard(String said, Function<String, List<Clause>> acts) {

    /** From here on it is believed where rules find nothing. */
    private static final double LIKELY = 0.5;
    /** From here on the most likely act of a clause is. */
    private static final double LEADS = 0.4;
    /** Names are known to no model: below this a clause has none all the same. */
    private static final double MAY_NAME = 0.1;
    /** From here on a wish is. */
    private static final double WISHED = 0.6;
    private static final Pattern NUMBER = Pattern.compile("\\b(?:number|phone|mobile|telephone)\\b");
    /** "And check out", after another question. */
    private static final Pattern AND = Pattern.compile("(?:and|or)(?: \\S+){1,3}");
    private static final Pattern QUESTION = Pattern.compile("(?:(?:and|but|so|also|hi|hello|there|um+|uh+|well|okay|ok|sorry|please) )*(?:what|what's|whats|when|where|where's|who|who's|whose|which|why|how|how's|is|are|am|do|does|did|has|have you|can|could|may|might|must|should|will|would)\\b.*");

    /** A turn of whose clauses nothing is known. */
    static Heard plain(String said) {
        return new Heard(said, any -> List.of());
    }

    /** A part of it. */
    Heard part(String words) {
        return new Heard(words, acts);
    }

    private List<Clause> clauses() {
        return acts.apply(said);
    }

    /**
     * What of it may belong to a booking.
     *
     * @param asked what the assistant asked for
     */
    String content(Optional<Slot> asked) {
        return new Content(said, clauses()).of(asked);
    }

    /** The first wish that is likely in it. */
    Optional<Intent> wish() {
        return wish(WISHED);
    }

    /** The first wish that is certainly in it. */
    Optional<Intent> certainWish() {
        return wish(Clause.CERTAIN);
    }

    private Optional<Intent> wish(double enough) {
        return clauses().stream().filter(clause -> !leansOn() && clause.act().isWish() && clause.is(clause.act()) >= enough).map(clause -> intent(clause.act())).findFirst();
    }

    /** Whether a clause surely does one of these. */
    boolean surely(Act... any) {
        return clauses().stream().anyMatch(clause -> clause.is(any) >= Clause.SURE);
    }

    /** Whether a clause is likely to do one of these. */
    boolean likely(Act... any) {
        return clauses().stream().anyMatch(clause -> clause.is(any) >= LIKELY);
    }

    /** Whether a clause tells what is wrong, more likely than anything else. */
    boolean tellsTrouble() {
        return clauses().stream().anyMatch(clause -> clause.act() == Act.TROUBLE && clause.is(Act.TROUBLE) >= LEADS);
    }

    /** Whether it is known that it does nothing but these. */
    boolean only(Act... any) {
        return !clauses().isEmpty() && clauses().stream().allMatch(clause -> clause.is(any) >= Clause.SURE);
    }

    /** Whether anything is known of what its clauses do. */
    boolean isKnown() {
        return !clauses().isEmpty();
    }

    /** Whether it only agrees, or has nothing in it that was asked for. */
    boolean tellsNothing() {
        return Speech.agrees(said) || only(Act.REASON, Act.CHAT, Act.WAIT, Act.ACCEPT);
    }

    /**
     * Whether it keeps a telephone number back.
     *
     * @param words its content
     * @param asked whether one was asked for
     */
    boolean withholdsNumber(String words, boolean asked) {
        String plain = Speech.plain(words);
        boolean declines = asked && (Cue.DECLINES.isIn(plain) || likely(Act.WITHHOLD) && !Cue.WHAT_FOR.isIn(plain) && PhoneWords.find(plain, true).isEmpty());
        return declines || Cue.NO_PHONE.isIn(plain) || clauses().stream().anyMatch(clause -> clause.is(Act.WITHHOLD) >= Clause.SURE && NUMBER.matcher(Speech.plain(clause.text())).find());
    }

    /** Whether it may tell a name, as far as is known. */
    boolean mayName() {
        return clauses().isEmpty() || clauses().stream().anyMatch(clause -> clause.is(Act.SLOT, Act.PERSON) >= MAY_NAME || NameWords.introduced(clause.text()).isPresent());
    }

    /** Whether it surely wishes something that has to do with bookings. */
    public boolean wishes() {
        return wish(Clause.SURE).isPresent();
    }

    /** Whether it seems to ask about a booking of the caller's own and nothing else, and no rule thinks so: it may ask for a fact. */
    public boolean mayFind() {
        return wish().equals(Optional.of(Intent.FIND)) && only(Act.FIND, Act.ASK, Act.CHAT) && IntentWords.in(said, List.of()).isEmpty();
    }

    /** Whether it surely asks for a fact and wishes nothing, as far as rules know too. */
    public boolean onlyAsks() {
        return surely(Act.ASK) && only(Act.ASK, Act.REASON, Act.CHAT) && IntentWords.in(said, List.of()).isEmpty();
    }

    /** Whether a clause is likely to tell details of a booking, and asks nothing. */
    boolean tellsDetails() {
        return !leansOn() && clauses().stream().anyMatch(clause -> clause.is(Act.SLOT, Act.BOOK, Act.FREE) >= LIKELY && clause.is(Act.ASK) < 1 - Clause.SURE && !QUESTION.matcher(Speech.plain(clause.text())).matches());
    }

    /** What it is for, as far as is known. */
    public Aim aim() {
        return mayAsk() ? Aim.ASKS : only(Act.CHAT, Act.WAIT, Act.ACCEPT, Act.REFUSE, Act.LEAVE) ? Aim.CHATS : Aim.TELLS;
    }

    /** Whether it may ask for something, which it also does if nothing is known of it. */
    boolean mayAsk() {
        return clauses().isEmpty() || said.contains("?") || leansOn() || clauses().stream().anyMatch(clause -> clause.is(Act.ASK, Act.FREE, Act.FIND) >= 1 - Clause.SURE || QUESTION.matcher(Speech.plain(clause.text())).matches());
    }

    /** "Are there any steps? My husband's in a wheelchair." */
    boolean opensWithAQuestion() {
        return said.contains("?") && QUESTION.matcher(Speech.plain(said)).matches();
    }

    private boolean leansOn() {
        return AND.matcher(Speech.plain(said)).matches();
    }

    private static Intent intent(Act act) {
        return switch (act) {
            case MOVE -> Intent.MOVE;
            case CANCEL -> Intent.CANCEL;
            case FIND -> Intent.FIND;
            case FREE -> Intent.FREE;
            default -> Intent.BOOK;
        };
    }
}
