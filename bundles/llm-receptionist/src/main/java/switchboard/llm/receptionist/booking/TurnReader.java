package switchboard.llm.receptionist.booking;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import switchboard.api.time.Mention;
import switchboard.api.time.SpokenTimes;
import switchboard.llm.receptionist.acts.Clauses;

/** Reads from what was said whatever belongs to a booking. What is said later, or as a correction, replaces what was known. */
record TurnReader(SpokenTimes times, LocalDateTime now, List<LocalDate> offered) {

    private static final Pattern GREETING = Pattern.compile("(?i)\\b(?:good|nice|lovely) (?:morning|afternoon|evening|day|night)\\b");
    private static final Pattern REPLACED = Pattern.compile("\\b(?:instead of|rather than|not) (?:on |at |for )?(?:" + Numbers.NUMBER + "|" + IntentWords.TIMEY + ")(?: (?:people|persons|o'clock|of us))?|\\b(?:any|every)(?: other)? ?(?:day|time|one)? ?(?:but|except|apart from|other than)(?: for| on)? " + IntentWords.TIMEY);
    private static final Pattern CORRECTS = Pattern.compile("(?:^| )(?:no|nope|sorry|i mean|i meant|actually|wait|or rather|make (?:it|that|this)|changed? (?:it|that) to)(?= |$)");
    private static final Pattern MADE = Pattern.compile("(\\bmake (?:it|that|this) )(" + Numbers.NUMBER + ")(?= \\p{L})(?! (?:on|at|for|in|please|then|instead|now|[ap]m|o'clock|of|people|persons?|guests?|adults?|friends|seats|hours?|minutes?|days?|weeks?|more|less|fewer|thirty|fifteen|forty|" + Numbers.NUMBER + ")\\b)");
    /** "Nine is better." */
    private static final Pattern BETTER = Pattern.compile("(?<!\\b(?:at|for|of|half|past|to|by|" + Numbers.NUMBER + ") )\\b(" + Numbers.NUMBER + ")(?= (?:is|would be|'s|might be) (?:\\w+ )?(?:better|best|easier|nicer)\\b)");
    /** "After work, like five": the number behind is the time. */
    private static final Pattern ABOUT = Pattern.compile("^.*\\b(?:like|say|maybe|about|around) (?:at )?((?:" + Numbers.NUMBER + ")(?: (?:ish|or so|thirty|fifteen|forty five))?)$");
    /** "After school, so four", where a time was asked for. */
    private static final Pattern SO = Pattern.compile("\\b(?:so|then|say) (?=" + Numbers.NUMBER + "(?! (?:people|persons?|guests?|of us|adults?)))");
    /** "Three, to be safe": the only number is the time. */
    private static final Pattern ONLY_NUMBER = Pattern.compile("^(?:(?!" + Numbers.NUMBER + ")\\S+ )*(" + Numbers.NUMBER + ")(?: (?!" + Numbers.NUMBER + "|hours?|minutes?|days?|weeks?|people|persons)\\S+)*$");
    /** Without one of these no time of day was said, only a part of the day. */
    private static final Pattern CLOCK = Pattern.compile("\\b(?:" + Numbers.NUMBER + "|noon|midday|midnight|half|quarter|o'?clock|now|hours?|minutes?|\\w+ish)\\b|\\d");
    /** "I want to cancel, it's Emma Stone." */
    private static final Pattern ITS = Pattern.compile("\\b(?:it's|this is|i'm|here is) ([\\p{L}'-]+(?: [\\p{L}'-]+)?)$");
    /** A day that is no mere name of a weekday. */
    private static final Pattern EXACT = Pattern.compile("\\b(?:today|tonight|tomorrow|next|this|week|" + IntentWords.ORDINAL + ")\\b|\\d(?:st|nd|rd|th)\\b");
    private static final Pattern NEXT_WEEK = Pattern.compile("\\b(?:some ?time |any ?time |one day |any day )?(?:in (?:the )?)?next week\\b");
    private static final Pattern WEEKDAY = Pattern.compile("\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\bsame\\b|\\bday after\\b");
    /** What stands between two bookings that are told. */
    private static final Pattern SERIES = Pattern.compile("; | and ");
    private static final Pattern TO = Pattern.compile(" to ");
    private static final Pattern MOVED = Pattern.compile("\\b(?:instead|make (?:it|that|us)|rather|(?:can|could|may|might) (?:we|i|you) (?:do|come|make|be|have)|forward|but|be (?:at|on)|change (?:it|that)|(?:would it be|is it) possible to (?:come|make|have|do|get|change))\\b");
    /** "The one tomorrow": which of them is to be moved. */
    private static final Pattern THE_ONE = Pattern.compile("(?:(?:no|sorry|oh|well|it's|it is|i mean|i meant|that's|that is|that would be) )*(?:the|my|our) (?:one|table|booking|reservation|appointment|visit)\\b((?:(?! to ).)*)");
    /** "Eight rather than six": the old time, where one is moved. */
    private static final Pattern OLD = Pattern.compile("\\b(?:rather than|instead of) ((?:(?:on|at) )?(?:" + Numbers.NUMBER + "|" + IntentWords.TIMEY + "))\\b");

    /** A reader to whom "Tuesday" means the Tuesday that has just been offered. */
    TurnReader after(List<String> offers) {
        return new TurnReader(times, now, offers.stream().flatMap(offer -> times.find(offer, now).day().stream()).toList());
    }

    /** A reader to whom "Wednesday" is the one of these days. */
    TurnReader within(List<LocalDate> days) {
        return days.isEmpty() ? this : new TurnReader(times, now, days);
    }

    /** The day that is named. */
    Optional<LocalDate> day(String said) {
        return when(Speech.plain(said)).day();
    }

    /** For when something is booked, as the assistant told it; unknown if that is more than one thing. */
    When told(String told) {
        List<When> all = Clauses.sentences(told).stream().flatMap(sentence -> SERIES.splitAsStream(sentence)).map(part -> old(Speech.plain(part))).filter(when -> when.day().isPresent()).toList();
        return all.size() == 1 ? all.get(0) : When.UNKNOWN;
    }

    /** The days of "next week", which later weekdays mean. */
    Optional<List<LocalDate>> week(String said) {
        LocalDate monday = now.toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return NEXT_WEEK.matcher(Speech.plain(said)).find()
                ? Optional.of(weekFrom(monday)) : Optional.empty();
    }

    /** The days of the week that was told of, if it is a later one: "no, Thursday" is said of the same. */
    List<LocalDate> weekOf(When told) {
        return told.day().filter(day -> day.isAfter(now.toLocalDate().plusDays(6)))
                .map(day -> weekFrom(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))).orElse(List.of());
    }

    private static List<LocalDate> weekFrom(LocalDate monday) {
        return IntStream.range(0, 7).mapToObj(monday::plusDays).toList();
    }

    /**
     * @param asked what the assistant asked for, so that a bare "four" is understood
     * @param first whether the wish itself is in it
     */
    Slots read(Slots known, String said, Optional<Slot> asked, Intent intent, boolean first, List<String> kinds) {
        boolean numberAsked = asked.filter(slot -> slot == Slot.PARTY || slot == Slot.TIME).isPresent();
        String spoken = Pronouns.without(GREETING.matcher(said).replaceAll(" "), numberAsked);
        String rest = numberAsked ? Numbers.heard(Speech.plain(spoken)) : Speech.plain(spoken);
        Slots slots = known;
        Optional<PhoneWords.Found> phone = PhoneWords.find(rest, asked.filter(Slot.PHONE::equals).isPresent());
        if (phone.isPresent()) {
            slots = slots.withPhone(phone.get().number());
            rest = phone.get().rest();
        }
        boolean fuller = phone.isEmpty() && known.name().filter(name -> NameWords.continues(name, spoken)).isPresent();
        boolean nameAsked = fuller || asked.filter(slot -> slot == Slot.NAME || slot == Slot.PHONE && intent != Intent.BOOK && intent != Intent.FREE).isPresent();
        boolean existing = first && intent != Intent.BOOK && intent != Intent.FREE;
        boolean booked = existing && ITS.matcher(Speech.plain(said)).find();
        boolean corrected = asked.isEmpty() && !first && spoken.matches("(?i)\\W*(?:(?:no|sorry|actually)\\b.*\\b)?it(?:'s| is) .*");
        Optional<String> name = phone.isPresent() && nameAsked && rest.replaceAll("[ ,]", "").isEmpty() ? Optional.empty() : NameWords.find(booked ? afterIts(said) : spoken, nameAsked || booked || corrected && !carriesMore(rest));
        name = name.or(() -> booked ? NameWords.find(spoken, false) : Optional.empty()).or(() -> existing ? NameWords.behindTheComma(spoken).or(() -> NameWords.behindTheGreeting(said)) : Optional.empty()).filter(found -> kinds.stream().noneMatch(found::equalsIgnoreCase));
        name = name.or(() -> known.name().isEmpty() ? NameWords.alone(said) : Optional.empty());
        if (name.isPresent()) {
            slots = slots.withName(NameWords.corrected(slots.name().orElse(""), name.get()));
            rest = rest.replace(Speech.plain(name.get()), " ").strip();
        }
        slots = KindWords.in(rest, kinds).map(slots::withKind).orElse(slots);
        return intent == Intent.MOVE ? ahead(moved(slots, rest, asked, first), rest) : corrections(slots, rest, asked);
    }

    private static String afterIts(String said) {
        Matcher its = ITS.matcher(Speech.plain(said));
        return its.find() ? its.group(1) : said;
    }

    private Slots corrections(Slots known, String plain, Optional<Slot> asked) {
        Slots slots = known;
        Optional<Slot> last = asked;
        boolean again = false;
        for (String segment : CORRECTS.split(REPLACED.matcher(made(known, plain, asked)).replaceAll(" "))) {
            Slots before = slots;
            slots = segment(slots, again ? completed(segment.strip(), last) : segment.strip(), last);
            again = true;
            last = slots.party() != before.party() ? Optional.of(Slot.PARTY) : !slots.when().equals(before.when()) ? Optional.of(Slot.TIME) : last;
        }
        return slots;
    }

    /** "Make that seven, my train is late", "nine is better": the number is told to be a time or a party. */
    private String made(Slots known, String plain, Optional<Slot> asked) {
        UnaryOperator<String> told = number -> (meansParty(known, Numbers.value(number).orElse(0), asked) ? "for " : "at ") + number;
        String better = BETTER.matcher(plain).replaceAll(number -> told.apply(number.group(1)));
        return MADE.matcher(better).replaceAll(made -> made.group(1) + told.apply(made.group(2)));
    }

    /** "For three, no, four on Friday": the number is what the one before it was. */
    private static String completed(String segment, Optional<Slot> last) {
        boolean number = segment.matches("(?:" + Numbers.NUMBER + ")(?: (?:on|at|for|please|then|people)\\b.*)");
        return !number || last.isEmpty() ? segment : last.get() == Slot.PARTY ? "for " + segment : last.get() == Slot.TIME ? "at " + segment : segment;
    }

    /** Of what is booked for a later day, "Tuesday" on a Tuesday is not today. */
    private Slots ahead(Slots slots, String plain) {
        LocalDate today = now.toLocalDate();
        boolean later = slots.when().day().equals(Optional.of(today)) && slots.from().day().filter(today::isBefore).isPresent();
        return later && WEEKDAY.matcher(plain).find() && !EXACT.matcher(plain).find() ? slots.withWhen(slots.when().shifted(Duration.ofDays(7))) : slots;
    }

    /** The old time and the new one: "from Friday to Saturday", "my table on Friday to nine". */
    private Slots moved(Slots known, String plain, Optional<Slot> asked, boolean first) {
        Matcher replaced = OLD.matcher(plain);
        if (replaced.find()) {
            String old = replaced.group(1);
            String rest = plain.substring(0, replaced.start()) + plain.substring(replaced.end());
            boolean number = old.matches(Numbers.NUMBER);
            boolean counted = PartyWords.find(REPLACED.matcher(plain).replaceAll(" ")).party() > 0;
            if (!counted) {
                return moved(known.withFrom(known.from().and(when(number ? "at " + old : old))), rest, asked, first);
            }
            if (number) {
                return moved(known, rest, asked, first); // "six of us instead of five": nothing but how many come
            }
        }
        Matcher meant = THE_ONE.matcher(plain);
        if (!first && meant.matches() && !MOVED.matcher(plain).find() && !when(meant.group(1)).isEmpty()) {
            return known.withFrom(known.from().and(old(meant.group(1))));
        }
        Optional<String[]> both = split(plain);
        if (both.isPresent()) {
            When old = old(both.get()[0]);
            Slots from = old.isEmpty() ? known : known.withFrom(known.from().and(old));
            return corrections(from, both.get()[1], asked);
        }
        for (Matcher turn = MOVED.matcher(plain); first && turn.find(); ) {
            When old = old(plain.substring(0, turn.start()));
            String now = plain.substring(turn.start());
            boolean tells = !when(now).isEmpty() || Shift.in(now).isPresent() || PartyWords.find(now).party() > 0;
            if (!old.isEmpty() && tells) {
                return corrections(known.withFrom(known.from().and(old)), now, asked);
            }
        }
        if (first && !MOVED.matcher(plain).find()) {
            Optional<Shift> shift = Shift.in(plain);
            Slots all = corrections(known, shift.map(Shift::rest).orElse(plain), asked);
            return all.withFrom(known.from().and(all.when())).withWhen(shift.map(by -> When.UNKNOWN.shifted(by.by())).orElse(known.when()));
        }
        return corrections(known, plain, asked);
    }

    /** "My table for two tonight" is not for two o'clock. */
    private When old(String plain) {
        return when(PartyWords.find(plain).rest());
    }

    private Optional<String[]> split(String plain) {
        int from = plain.indexOf("from ");
        for (int at = plain.lastIndexOf(" to "); at > from; at = plain.lastIndexOf(" to ", at - 1)) {
            String left = plain.substring(0, at);
            String right = plain.substring(at + TO.pattern().length());
            boolean clock = left.matches(".*\\b(?:quarter|five|ten|twenty|minutes?)$") && right.matches("(?:" + Numbers.NUMBER + "|noon|midnight)\\b.*");
            boolean verb = right.matches("(?:move|change|reschedule|re-schedule|postpone|shift|push|switch|swap|book|rebook|come|make|cancel|alter|have|delay|put|bring|be)\\b.*");
            if (!clock && !verb && !when("to " + right).isEmpty() | !when("at " + right).isEmpty()) {
                return Optional.of(new String[] {left, startsWithHour(right) ? "at " + right : right});
            }
        }
        return Optional.empty();
    }

    private static boolean startsWithHour(String plain) {
        return plain.matches("(?:" + Numbers.NUMBER + ")(?! (?:people|persons?|guests?|adults?|of us|seats|other|more|days?|weeks?|hours?|minutes?)\\b).*");
    }

    private Slots segment(Slots slots, String words, Optional<Slot> asked) {
        String hours = PastTheHour.withHour(words);
        String plain = asked.equals(Optional.of(Slot.TIME)) ? SO.matcher(hours).replaceAll("at ") : hours;
        Optional<PastTheHour> past = PastTheHour.in(plain).filter(told -> !slots.when().times().isEmpty());
        if (past.isPresent()) {
            When when = slots.when();
            return segment(slots.withWhen(new When(when.day(), past.get().of(when.times()), when.part())), past.get().rest(), Optional.empty());
        }
        Optional<Shift> shift = Shift.in(plain);
        if (shift.isPresent()) {
            Slots others = segment(slots, shift.get().rest(), Optional.of(Slot.TIME));
            boolean named = !others.when().times().equals(slots.when().times());
            return named ? others : others.withWhen(others.when().shifted(shift.get().by()));
        }
        OptionalInt bare = Speech.bareNumber(plain);
        if (bare.isPresent() && !PartyWords.isOfUs(plain) && (asked.filter(slot -> slot == Slot.TIME || slot == Slot.PARTY).isPresent() || !plain.contains("for "))) {
            return meansParty(slots, bare.getAsInt(), asked) ? slots.withParty(bare.getAsInt()) : slots.withWhen(slots.when().and(when("at " + bare.getAsInt())));
        }
        PartyWords.Found party = asked.equals(Optional.of(Slot.PARTY)) ? PartyWords.answer(plain, slots.party()) : PartyWords.find(plain, slots.party());
        Slots counted = party.party() > 0 ? slots.withParty(party.party()) : slots;
        When when = when(party.rest());
        if (when.times().isEmpty() && when.after().isEmpty() && asked.filter(Slot.TIME::equals).isPresent() && party.party() == 0) {
            When about = when("at " + ABOUT.matcher(party.rest()).replaceFirst("$1"));
            when = when.and(about.times().isEmpty() ? when("at " + ONLY_NUMBER.matcher(party.rest()).replaceFirst("$1")) : about);
        }
        if (when.day().isEmpty() && asked.filter(Slot.DAY::equals).isPresent()) {
            when = when("on " + party.rest()).and(when);
        }
        return counted.withWhen(slots.when().and(when));
    }

    /** "Make that five": where nothing else tells, the number replaces the one that it is nearer to. */
    private boolean meansParty(Slots slots, int number, Optional<Slot> asked) {
        boolean timeAsked = asked.filter(slot -> slot == Slot.TIME || slot == Slot.DAY && slots.party() > 0).isPresent();
        if (number == 0 || timeAsked) {
            return false;
        }
        if (number > 24 || asked.equals(Optional.of(Slot.PARTY)) || slots.party() == 0 && slots.when().day().isEmpty() && slots.from().times().isEmpty()) {
            return true;
        }
        if (slots.party() == 0 && !slots.from().times().isEmpty()) {
            // "Can you make that nine" of what was booked for eight o'clock.
            return Math.abs(number - onTheDial(slots.from())) > 2;
        }
        if (slots.party() == 0) {
            // Whoever comes alone was never asked for how many people.
            return false;
        }
        if (slots.when().times().isEmpty()) {
            return false;
        }
        return Math.abs(number - slots.party()) <= Math.abs(number - onTheDial(slots.when()));
    }

    private static int onTheDial(When when) {
        return (when.times().get(0).getHour() + 11) % 12 + 1;
    }

    private When when(String said) {
        return Earliest.in(said).map(after -> named(after.rest()).after(after.time())).orElseGet(() -> named(said));
    }

    private When named(String plain) {
        if (plain.isBlank()) {
            return When.UNKNOWN;
        }
        String named = !WEEKDAY.matcher(plain).find() ? NEXT_WEEK.matcher(plain).replaceAll(" ") : plain;
        Mention mention = times.find(named.replace(" , ", ", "), now);
        return new When(mention.day().map(day -> meant(day, plain)), CLOCK.matcher(plain).find() ? mention.times() : List.of(), When.Part.in(plain));
    }

    private LocalDate meant(LocalDate day, String plain) {
        boolean exact = EXACT.matcher(plain).find();
        return offered.stream().filter(other -> !exact && other.getDayOfWeek() == day.getDayOfWeek()).findFirst().orElse(day);
    }

    private boolean carriesMore(String plain) {
        return !when(plain).isEmpty() || PartyWords.find(plain).party() > 0 || Speech.bareNumber(plain.replaceAll("\\bit is\\b", "it's")).isPresent();
    }
}
