package switchboard.llm.receptionist.booking;

import java.util.List;
import java.util.Optional;
import switchboard.llm.receptionist.acts.Act;

/**
 * Where a dialogue stands, found by hearing the call again from its beginning. Confined to one answer. It is longer than a class
 * should be: every rule of a turn reads and writes the same few fields, and cut in two each half would need those of the other.
 */
final class Replay {

    private final Offered offered;
    private final TurnReader reader;
    private final Needs needs;
    private final Wishes wishes;
    private final Extras extras;
    private Optional<Intent> intent = Optional.empty();
    private Slots slots = Slots.EMPTY;
    private Optional<Slots> done = Optional.empty();
    private Turn turn = Turn.NOTHING;
    private Optional<String> aside = Optional.empty();
    private final Notes notes = new Notes();
    private boolean answered;
    private boolean accepted;
    private final TooMany tooMany = new TooMany();
    private boolean shifted;
    private Lookup lookup = Lookup.NONE;
    private Heard heard = Heard.plain("");

    Replay(Offered offered, TurnReader reader, Needs needs, SpecialRequests requests) {
        extras = new Extras(offered, requests);
        this.offered = offered;
        this.reader = reader;
        this.needs = needs;
        wishes = new Wishes(offered);
    }

    Optional<Intent> intent() {
        return intent;
    }

    Slots slots() {
        return slots;
    }

    Turn turn() {
        return turn;
    }

    /** A question about something else in the last turn. */
    Optional<String> aside() {
        return aside;
    }

    /** Whether the last turn told or changed what is to be free, before all is known that a booking needs. */
    boolean asksWhetherFree() {
        return (lookup.wished() || lookup.times()) && intent.filter(wish -> wish == Intent.BOOK || wish == Intent.FREE).isPresent() && offered.has(Intent.FREE) && slots.when().day().isPresent()
                && missing().filter(slot -> slot == Slot.PARTY || slot == Slot.TIME || slot == Slot.NAME || slot == Slot.PHONE).isPresent();
    }

    /** Whether so many would come that they cannot be booked, and no other number was said since. */
    boolean isTooMany() {
        return tooMany.isOpen() && slots.party() == 0;
    }

    /** Whether what was looked up can be booked as it is. */
    boolean canBeBooked() {
        return intent.equals(Optional.of(Intent.FREE)) && answered && offered.has(Intent.BOOK) && !slots.when().times().isEmpty();
    }

    /** What the last turn asks to be looked up. */
    Lookup lookup() {
        return lookup;
    }

    Optional<Slot> missing() {
        return intent.flatMap(wish -> needs.first(wish, slots, notes));
    }

    /** What is asked for beside the details. */
    Extras extras() {
        return extras;
    }

    /** The last turn. */
    Heard heard() {
        return heard;
    }

    /** Hears one turn of the caller, and what the assistant said before it. */
    void hear(String before, Heard said) {
        heard = said;
        notes.heard(said);
        Slots known = slots;
        StaffWords staff = extras.staff(before, said);
        String words = staff.rest();
        listen(before, words);
        besides(before, staff, known);
        boolean asideOfAnOffer = turn == Turn.NOTHING && aside.isPresent() && Outcome.isOffer(before);
        boolean open = missing().filter(slot -> slot == Slot.TIME || slot == Slot.DAY).isPresent();
        boolean wished = turn == Turn.STARTED || tooMany.isOpen() && slots.party() > 0 || !slots.isForTheSame(known);
        lookup = Lookup.of(words, wished, open, asideOfAnOffer && lookup.first(), open && Lookup.isForPart(before, words, known.when(), slots.when()), shifted && !slots.when().times().isEmpty());
        if (lookup.times() && slots.when().day().isEmpty()) {
            slots = slots.withWhen(slots.when().and(new When(Optional.of(reader.now().toLocalDate()), List.of(), slots.when().part())));
            answered = looked();
        }
    }

    /** Whom the caller asks for, and what staff should know. */
    private void besides(String before, StaffWords staff, Slots known) {
        slots = turn == Turn.LEFT ? slots : staff.heard(slots);
        boolean open = intent.filter(wish -> wish != Intent.CANCEL && wish != Intent.FIND).isPresent() && turn != Turn.LEFT && turn != Turn.DENIED;
        boolean nothing = turn == Turn.NOTHING && aside.isEmpty() && !Outcome.isOffer(before);
        extras.hear(heard, open, nothing);
        if (turn == Turn.NOTHING && (extras.noted() || open && !slots.staff().equals(known.staff()))) {
            turn = Turn.GAINED;
        }
    }

    /** A tool was used: whatever the last turn's words were, they were a yes to what it does. */
    void did(String tool) {
        accepted = accepted || intent.filter(wish -> !wish.onlyLooks() && wish.tool().equals(tool)).isPresent();
    }

    private void listen(String before, String words) {
        turn = offered.lacks(heard.part(words)) ? Turn.DENIED : Turn.NOTHING;
        aside = Optional.empty();
        shifted = false;
        if (accepted && Outcome.isDone(before) || intent.equals(Optional.of(Intent.MOVE)) && Outcome.isUnchanged(before)) {
            done = Optional.of(slots).filter(made -> !intent.equals(Optional.of(Intent.CANCEL)));
            end();
        }
        accepted = false;
        slots = tooMany.heard(before, slots);
        if (turn == Turn.DENIED || intent.isPresent() && ends(before, words)) {
            return;
        }
        resume(words);
        Optional<Slot> asked = tooMany.isOpen() ? Optional.of(Slot.PARTY) : Slot.askedIn(before);
        boolean proposed = intent.filter(wish -> !wish.onlyLooks()).isPresent() && missing().isEmpty() && asked.isEmpty();
        boolean denied = intent.equals(Optional.of(Intent.BOOK)) && missing().isPresent() && asked.isEmpty() && (Outcome.isRefusal(before) || Outcome.isOffer(before));
        boolean takes = Speech.agrees(words) || Outcome.isOffer(before) && (Cue.ACCEPTS.isIn(Speech.plain(words)) || heard.only(Act.ACCEPT, Act.CHAT));
        if ((proposed || denied) && takes) {
            agree(before);
            more(before, words);
        } else if (answered && intent.equals(Optional.of(Intent.FREE)) && takes && offered.has(Intent.BOOK)) {
            intent = Optional.of(Intent.BOOK);
            answered = false;
            agree(before);
            accepted = false;
            more(before, words);
        } else if (denied && (Speech.refuses(words) || heard.only(Act.REFUSE, Act.REASON) && reader.day(words).isEmpty())) {
            slots = slots.withWhen(slots.when().times().isEmpty() ? When.UNKNOWN : slots.when().dayOnly());
            turn = Turn.GAINED;
        } else if ((answered || proposed) && Speech.refuses(words)) {
            refuse(proposed, before);
        } else {
            boolean named = asked.isEmpty() && Outcome.isOffer(before) && NameWords.mayTellFor(words);
            Optional<String> known = slots.name();
            read(before, words, named ? Optional.of(Slot.NAME) : asked, proposed);
            if (named && slots.when().times().isEmpty() && !slots.name().equals(known)) {
                agree(before);
            }
        }
        answered = looked();
    }

    /** "Yes, please, my name is Walker": what is said besides. */
    private void more(String before, String words) {
        Speech.besidesYes(words).ifPresent(rest -> read(before, rest, Optional.empty(), false));
    }

    private boolean looked() {
        return intent.filter(Intent::onlyLooks).isPresent() && missing().isEmpty();
    }

    /** "Okay, then eight", after nothing more seemed to be wanted. */
    private void resume(String words) {
        if (intent.isEmpty() && offered.wish(words).isEmpty()) {
            tooMany.resumed(words).ifPresent(known -> {
                intent = Optional.of(Intent.BOOK);
                slots = known;
            });
        }
    }

    private boolean ends(String before, String words) {
        Optional<Ending> ending = Ending.in(before, heard.part(words), intent.get(), answered, offered.kinds(Intent.BOOK));
        ending.ifPresent(this::end);
        return ending.isPresent();
    }

    private void end(Ending how) {
        if (how == Ending.RESTARTED) {
            slots = Slots.EMPTY;
            notes.restart();
            extras.clear();
            tooMany.close();
            turn = Turn.RESTARTED;
        } else {
            tooMany.end(how, slots);
            end();
            turn = how == Ending.LEFT || how == Ending.DECLINED ? Turn.LEFT : turn;
        }
    }

    private void end() {
        intent = Optional.empty();
        slots = slots.caller();
        answered = false;
        notes.end();
        extras.clear();
    }

    /** A yes to a read-back ends the dialogue if the tool then works; to "eight is free" it takes what was offered. */
    private void agree(String before) {
        turn = Turn.GAINED;
        boolean choose = Outcome.isRefusal(before) || Outcome.isOffer(before) || slots.when().times().isEmpty() && intent.equals(Optional.of(Intent.BOOK));
        if (!choose) {
            accepted = true;
            return;
        }
        slots = slots.withWhen(Offer.taken(before, slots.when(), reader, intent.equals(Optional.of(Intent.BOOK))));
    }

    /** The assistant has dropped the proposal and asks what to change; of a look-up nothing is left to do. */
    private void refuse(boolean proposed, String before) {
        boolean nothingLeft = proposed && Outcome.isRefusal(before) && !Outcome.asksForChanges(before);
        turn = nothingLeft ? Turn.LEFT : turn;
        if (!proposed || nothingLeft || intent.filter(wish -> wish == Intent.CANCEL).isPresent()) {
            end();
        }
    }

    private void read(String before, String words, Optional<Slot> wanted, boolean proposed) {
        Optional<Slot> asked = wanted.filter(slot -> slot != Slot.NAME || heard.mayName());
        boolean cancels = intent.equals(Optional.of(Intent.CANCEL));
        Optional<Intent> found = wishes.in(heard.part(words), intent.filter(wish -> answered || cancels), intent.isEmpty() || answered || cancels);
        boolean instead = cancels && missing().isEmpty() && found.equals(Optional.of(Intent.MOVE));
        if (intent.isEmpty() ? !starts(found, before, words, asked) : found.isPresent() && changes(found.get(), before, words)) {
            return;
        }
        if (slots.kind().isEmpty() && turn == Turn.STARTED) {
            slots = KindWords.told(heard, notes.trouble(), offered.kinds(intent.get())).map(slots::withKind).orElse(slots);
        }
        boolean withoutPhone = heard.withholdsNumber(words, asked.equals(Optional.of(Slot.PHONE)));
        boolean timed = intent.get() == Intent.MOVE || !slots.when().times().isEmpty();
        String told = timed || Outcome.isOffer(before) ? Shift.withAmount(words) : words;
        shifted = !told.equals(words);
        if (shifted && !timed) {
            agree(before);
        }
        Aside parts = withoutPhone ? new Aside(told, Optional.empty()) : Aside.in(heard.part(told), offered.kinds(Intent.BOOK));
        aside = parts.question();
        if (parts.content().isEmpty()) {
            return;
        }
        if (Cue.WHICH_TIMES.isIn(Speech.plain(parts.content())) && (Outcome.isRefusal(before) || Outcome.isOffer(before) || proposed)) {
            slots = slots.withWhen(slots.when().dayOnly());
        }
        notes.week(reader.week(parts.content()));
        notes.said(parts.content());
        Slots known = slots;
        String content = Offer.chosen(before, parts.content()).orElse(parts.content());
        slots = new Context(before, asked, answered, notes.week(), done).read(reader, withoutPhone ? slots.without(Slot.PHONE) : slots, content, intent.get(), turn == Turn.STARTED && !instead, offered.kinds(intent.get()));
        if (slots.equals(known) && proposed && intent.get() == Intent.BOOK) {
            Optional<Slot> named = Slot.namedIn(content);
            slots = named.map(known::without).orElse(known);
            if (named.equals(Optional.of(Slot.PHONE))) {
                notes.askForThePhone();
            }
        }
        if (answered && found.isEmpty() && intent.get() == Intent.FREE && offered.has(Intent.BOOK)) {
            boolean takes = Wishes.takes(content);
            intent = takes || !slots.equals(known) && !(Cue.AND_WHAT.isIn(Speech.plain(words)) && slots.name().equals(known.name())) ? Optional.of(Intent.BOOK) : intent;
            turn = takes ? Turn.GAINED : turn;
        }
        if (asked.equals(Optional.of(Slot.KIND)) && offered.kinds(Intent.BOOK).isEmpty()) {
            slots = KindWords.takenUp(before, content).map(slots::withKind).orElse(slots);
        }
        boolean settled = notes.settles(asked, withoutPhone);
        boolean again = asked.isEmpty() && Speech.plain(content).matches(".*\\b(?:try|again|once more)\\b.*");
        if (turn == Turn.NOTHING && (!slots.equals(known) || settled || again || withoutPhone)) {
            turn = Turn.GAINED;
        }
    }

    private boolean starts(Optional<Intent> found, String before, String words, Optional<Slot> asked) {
        intent = wishes.begun(found.or(() -> wishes.implied(heard, before, words, reader)), words, asked, done.isPresent());
        if (intent.isEmpty()) {
            slots = Prelude.told(slots, words, reader, offered.kinds(Intent.BOOK));
            return false;
        }
        slots = Prelude.begun(slots, words, intent.get(), done);
        turn = Turn.STARTED;
        tooMany.close();
        return true;
    }

    /** Another wish in the middle of a dialogue. Returns true if nothing more is to be heard. */
    private boolean changes(Intent found, String before, String words) {
        Intent now = intent.get();
        if (!wishes.isAnother(found, now, words, answered)) {
            return false;
        }
        if (now == Intent.BOOK && found == Intent.CANCEL && missing().isEmpty()) {
            end();
            turn = Turn.LEFT;
            return true;
        }
        if (!(now == Intent.FREE && found == Intent.BOOK)) {
            When old = found != Intent.MOVE ? When.UNKNOWN : now == Intent.CANCEL ? slots.when() : answered ? reader.told(before) : When.UNKNOWN;
            slots = slots.caller().withFrom(old);
            notes.turnTo();
        }
        intent = Optional.of(found);
        answered = false;
        turn = Turn.STARTED;
        return false;
    }
}
