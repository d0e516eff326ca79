package switchboard.appointments.speech;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import switchboard.api.company.BookingRules;
import switchboard.api.company.BookingRules.Resource;
import switchboard.appointments.availability.Answer.NotFree;
import switchboard.appointments.availability.Availability;
import switchboard.appointments.availability.Reason;
import switchboard.appointments.availability.Wish;
import switchboard.appointments.store.Appointment;
import switchboard.appointments.store.Note;

/**
 * Turns what was found out into sentences for the ear. Immutable.
 *
 * @param now      the company's time
 * @param callBack how a call back is offered where there is nothing else; empty if nobody calls back
 * @param chosen   whom or what the caller asks for by name; empty if that does not matter
 */
public record Speaker(Phrases phrases, Times times, BookingRules rules, ZonedDateTime now, Optional<String> callBack, Optional<Name> chosen) {

    /** A run of so many free quarters of an hour is said as a whole. */
    private static final int RUN = 4;
    private static final int RUNS = 4;
    private static final int NEAR_DAYS = 6;
    private static final Pattern SENTENCE_END = Pattern.compile("[!?…]$");

    public String when(ZonedDateTime time) {
        return phrases.when(day(time.toLocalDate()), time(time));
    }

    /** As {@link #when}, with whom or what is asked for: "on Friday, the third of December, at eight in the evening, with Maria". */
    public String wished(ZonedDateTime time) {
        return wished(when(time));
    }

    /** "on Friday, the third of December, with Maria". */
    public String onDay(LocalDate day) {
        return wished(phrases.onDay(day(day)));
    }

    private String wished(String when) {
        return when + (chosen.isPresent() && when.contains(",") ? "," : "") + Phrases.spaced(with());
    }

    private String with() {
        return chosen.map(phrases::with).orElse("");
    }

    public String day(LocalDate day) {
        return times.say(day, now.toLocalDate());
    }

    public String time(ZonedDateTime time) {
        return times.say(time.toLocalTime());
    }

    /**
     * "a table for four": what resources are called before their number. What serves one person at a time is called by
     * what happens there: nobody books a chair.
     */
    public String thing(String resource, String kind, int party) {
        int capacity = rules.resources().stream().filter(one -> one.name().equals(resource)).mapToInt(Resource::capacity).findFirst().orElse(party);
        int many = capacity == 1 ? 0 : party;
        boolean hasKind = capacity == 1 && rules.durations().size() > 1;
        Optional<Name> own = choice(resource);
        if (own.isPresent() && !own.get().isPerson()) {
            return phrases.place(own.get().text(), hasKind ? kind : "", many);
        }
        Name name = new Name(new Resource(resource, capacity));
        String word = name.isOwn() || name.word().isEmpty() ? phrases.appointment() : name.word();
        return (hasKind ? phrases.thing(kind, 0) : phrases.thing(word, many)) + Phrases.spaced(own.map(phrases::with).orElse(""));
    }

    /** What callers can ask for by name. */
    public List<Name> choices() {
        return Name.choices(rules);
    }

    private Optional<Name> choice(String resource) {
        return choices().stream().filter(name -> name.resource().name().equals(resource)).findFirst();
    }

    /** What else than the time a move changes: "with Maria", "for four"; of tables without names it is the same which one. */
    public List<String> news(Appointment before, Appointment after) {
        List<String> news = new ArrayList<>();
        if (!after.resource().equals(before.resource()) && (choice(before.resource()).isPresent() || choice(after.resource()).isPresent())) {
            news.add(choice(after.resource()).filter(Name::isPerson).map(phrases::with).orElseGet(() -> thing(after.resource(), after.kind(), 0)));
        }
        if (after.party() != before.party()) {
            news.add(phrases.forParty(after.party()));
        }
        return news;
    }

    /** The same, of what was asked for by name. */
    public Speaker about(Name name) {
        return new Speaker(phrases, times, rules, now, callBack, Optional.of(name));
    }

    /** "a table for four on Friday at eight, for Anna Miller". */
    public String booking(Appointment appointment) {
        return phrases.booking(thing(appointment.resource(), appointment.kind(), appointment.party()),
                when(appointment.start().atZone(now.getZone())), appointment.customer());
    }

    /** Digit by digit, in groups of three, as people read out a number. */
    public String phone(String number) {
        return phone(phrases, number);
    }

    /** The same, where nothing else is known of the company. */
    public static String phone(Phrases phrases, String number) {
        return phrases.phone(number.replaceAll("\\D", "").replaceAll("(\\d)", "$1 ").strip().replaceAll("((?:\\d ){2}\\d) (?=\\d)", "$1, "));
    }

    /** "I note: by the window. ", for before the question whether that is right; nothing for nothing. */
    public String noted(Note note) {
        return note.isEmpty() ? "" : phrases.noted(note.text()) + (SENTENCE_END.matcher(note.text()).find() ? " " : ". ");
    }

    /** Why not, and what instead. */
    public String refusal(Wish wish, NotFree answer, Availability availability) {
        LocalDate day = wish.start().toLocalDate();
        String reason = phrases.refusal(answer.reason(), time(wish.start()), phrases.onDay(brief(day)), with(), wish.party(), availability.largestParty(),
                day(availability.lastDay()));
        return sentence(reason) + instead(availability.dayOf(wish.start()), answer, availability);
    }

    /** Why there is nothing on a day, and what else there is. */
    public String refusal(LocalDate day, int party, NotFree answer, Availability availability) {
        String reason = switch (answer.reason()) {
            case PARTY_TOO_LARGE, TOO_FAR, CLOSED ->
                    phrases.refusal(answer.reason(), "", phrases.onDay(day(day)), with(), party, availability.largestParty(), day(availability.lastDay()));
            case PAST -> phrases.past();
            default -> phrases.noneFree(onDay(day), party);
        };
        return sentence(reason) + instead(day, answer, availability);
    }

    /** A day's free times: long runs as a whole. */
    public List<String> runs(List<ZonedDateTime> free) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < free.size() && said.size() < RUNS;) {
            int end = i;
            while (end + 1 < free.size() && Duration.between(free.get(end), free.get(end + 1)).equals(BookingRules.GRID)) {
                end++;
            }
            if (end - i + 1 >= RUN) {
                List<String> ends = times(List.of(free.get(i), free.get(end)));
                said.add(phrases.fromUntil(ends.get(0), ends.get(1)));
                i = end + 1;
            } else {
                said.add(time(free.get(i++)));
            }
        }
        return said;
    }

    /** "seven", "quarter past eight in the evening": the part of the day is said with the last of those that share it. */
    public List<String> times(List<ZonedDateTime> times) {
        List<String> said = new ArrayList<>(times.stream().map(this::time).toList());
        for (int i = 0; i + 1 < said.size(); i++) {
            if (partOfDay(said.get(i)).equals(partOfDay(said.get(i + 1)))) {
                said.set(i, phrases.partOfDay().matcher(said.get(i)).replaceFirst(""));
            }
        }
        return said;
    }

    /** With a capital letter. */
    public static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private String instead(LocalDate day, NotFree answer, Availability availability) {
        List<ZonedDateTime> alternatives = answer.alternatives();
        if (alternatives.isEmpty()) {
            return wayOut(answer.reason());
        }
        boolean sameDay = alternatives.stream().allMatch(time -> availability.dayOf(time).equals(day));
        return " " + (sameDay ? phrases.instead(times(alternatives)) : phrases.next(days(alternatives)));
    }

    private String wayOut(Reason reason) {
        String offer = callBack.map(" "::concat).orElse("");
        return switch (reason) {
            case TOO_FAR -> "";
            case PARTY_TOO_LARGE -> offer;
            default -> " " + phrases.nothingElse() + offer;
        };
    }

    private List<String> days(List<ZonedDateTime> alternatives) {
        return alternatives.stream().map(time -> phrases.when(brief(time.toLocalDate()), time(time))).toList();
    }

    /** "Friday" if it is the next one: the caller has just named the date. */
    private String brief(LocalDate day) {
        String said = day(day);
        boolean near = !day.isBefore(now.toLocalDate()) && !day.isAfter(now.toLocalDate().plusDays(NEAR_DAYS));
        return near && said.indexOf(',') > 0 ? said.substring(0, said.indexOf(',')) : said;
    }

    private String partOfDay(String time) {
        Matcher part = phrases.partOfDay().matcher(time);
        return part.find() ? part.group() : "";
    }
}
