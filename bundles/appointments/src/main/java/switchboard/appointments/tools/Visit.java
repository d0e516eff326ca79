package switchboard.appointments.tools;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import switchboard.api.company.BookingRules.Resource;
import switchboard.api.tool.ToolCall;
import switchboard.api.tool.ToolException;
import switchboard.appointments.availability.Answer;
import switchboard.appointments.availability.Availability;
import switchboard.appointments.availability.Occupancy;
import switchboard.appointments.availability.Wish;
import switchboard.appointments.speech.Name;
import switchboard.appointments.speech.Phrases;
import switchboard.appointments.speech.Speaker;
import switchboard.appointments.speech.When;
import switchboard.appointments.store.Appointment;
import switchboard.appointments.store.AppointmentBook;
import switchboard.appointments.store.AppointmentBook.Entry;
import switchboard.appointments.store.Customer;
import switchboard.appointments.store.Deed;
import switchboard.appointments.store.Ledger;
import switchboard.appointments.store.Note;

/**
 * One use of a tool, with all that is needed to understand, do and answer it. Immutable.
 *
 * @param availability of what was asked for by name only, if anything was
 */
record Visit(ToolCall call, Arguments arguments, AppointmentBook book, Availability availability, Speaker speaker) {

    /** What somebody calls Saturday night at one is Sunday in the calendar. */
    private static final LocalTime NIGHT_ENDS = LocalTime.of(6, 0);

    /** An ISO 8601 duration of hours and minutes, or of days. */
    private static final Pattern SHIFT = Pattern.compile("[+-]?P(?:\\d{1,3}D|T(?=[-\\d])(?:-?\\d{1,4}H)?(?:-?\\d{1,3}M)?)");

    private static final int LONGEST_ID = 100;

    Phrases phrases() {
        return speaker.phrases();
    }

    Instant now() {
        return availability.now().toInstant();
    }

    <T> T read(Entry<T> entry) throws SQLException, ToolException {
        return book.read(call.company().id(), entry);
    }

    /** Does it unless it has been done for the same call, turn and arguments. */
    Deed once(String tool, Entry<Deed> entry) throws SQLException, ToolException {
        return book.once(call.company().id(), request(tool), now(), entry);
    }

    /** What was said of a time in an argument; nothing if it is absent. */
    When when(String argument) {
        return arguments.text(argument).map(text -> When.read(text, availability.now(), speaker.times())).orElse(When.NEVER_SAID);
    }

    /** How much later than it is, if an argument tells that. */
    Optional<Duration> shift(String argument) {
        return arguments.text(argument).filter(text -> SHIFT.matcher(text).matches()).map(Duration::parse);
    }

    int party() {
        return arguments.number("party").orElse(1);
    }

    /** The kind that is meant, the first if none was said. */
    String kind() throws ToolException {
        List<String> kinds = List.copyOf(availability.rules().durations().keySet());
        String said = arguments.text("kind").orElse(kinds.get(0));
        if (kinds.size() == 1) {
            return kinds.get(0);
        }
        return Stream.concat(kinds.stream().filter(kind -> kind.equalsIgnoreCase(said)),
                        kinds.stream().filter(kind -> letters(said).contains(letters(kind)) || letters(kind).contains(letters(said))))
                .findFirst().orElseThrow(() -> new ToolException(phrases().whichKind(kinds)));
    }

    Duration duration(String kind) {
        return availability.rules().durations().get(kind);
    }

    Customer customer() throws ToolException {
        Customer customer = new Customer(arguments.text("name").orElse(""), arguments.text("phone").orElse(""));
        if (!customer.isKnown()) {
            throw new ToolException(phrases().whoseIsIt());
        }
        return customer;
    }

    /** What staff should know. */
    Note note() {
        return arguments.text("note").map(Note::said).orElse(Note.NONE);
    }

    /** The one day that was said. */
    LocalDate day(When when) throws ToolException {
        List<LocalDate> days = when.days();
        if (days.isEmpty()) {
            throw new ToolException(phrases().whichDay());
        }
        if (days.size() > 1) {
            throw new ToolException(phrases().whichOf(days.stream().map(speaker::day).toList()));
        }
        return days.get(0);
    }

    /** What a day has free; of a part of the day first, if one was said and has any. */
    List<ZonedDateTime> free(When when, int party, Duration duration, Occupancy taken) throws ToolException {
        List<ZonedDateTime> free = availability.free(day(when), party, duration, taken);
        List<ZonedDateTime> part = free.stream().filter(time -> when.spans(time.toLocalTime())).toList();
        return part.isEmpty() ? free : part;
    }

    /** What is taken around a day or a time. */
    Occupancy taken(Ledger ledger, ZonedDateTime time, String except) throws SQLException {
        List<Instant> searched = availability.searched(time);
        return ledger.taken(searched.get(0), searched.get(1), except);
    }

    /** The one beginning that was said; of several hours the one that the opening hours allow. */
    ZonedDateTime start(When when, int party, Duration duration) throws ToolException {
        LocalDate day = day(when);
        if (!when.isPrecise()) {
            throw new ToolException(phrases().whatTime(speaker.onDay(day)));
        }
        List<ZonedDateTime> all = when.times().stream().map(time -> day.atTime(time).atZone(availability.zone())).toList();
        List<ZonedDateTime> open = open(all, party, duration);
        if (open.isEmpty() && !when.written()) {
            open = open(all.stream().filter(time -> time.toLocalTime().isBefore(NIGHT_ENDS)).map(time -> time.plusDays(1)).toList(), party, duration);
        }
        if (open.size() > 1) {
            throw new ToolException(phrases().whichOf(open.stream().map(speaker::time).toList()));
        }
        Stream<ZonedDateTime> opened = all.stream().filter(time -> !time.isBefore(availability.now()) && isOpen(time, party, Duration.ZERO));
        Stream<ZonedDateTime> past = all.stream().filter(time -> isOpen(time, party, duration));
        // Closed that day: "at eight" means what it means on other days.
        Stream<ZonedDateTime> usual = all.stream().filter(time -> IntStream.rangeClosed(1, 7).anyMatch(days -> isOpen(time.plusDays(days), party, duration)));
        return Stream.of(open.stream(), opened, past, usual, all.stream()).flatMap(times -> times).findFirst().orElseThrow();
    }

    private List<ZonedDateTime> open(List<ZonedDateTime> times, int party, Duration duration) {
        return times.stream().filter(time -> !time.isBefore(availability.now()) && isOpen(time, party, duration)).toList();
    }

    private boolean isOpen(ZonedDateTime start, int party, Duration duration) {
        return availability.isOpen(new Wish(start, party, duration));
    }

    /** The one appointment that is meant. */
    Appointment appointment(Ledger ledger, When when) throws SQLException, ToolException {
        Customer customer = customer();
        List<Appointment> found = ledger.find(customer, now());
        if (found.isEmpty()) {
            throw new ToolException(notFound(customer));
        }
        List<Appointment> meant = found.stream()
                .filter(one -> when.fits(one.start().atZone(availability.zone()).toLocalDateTime())).toList();
        if (meant.isEmpty() && found.size() == 1) {
            return found.get(0); // whoever has only one means that, and hears it read back
        }
        if (meant.size() != 1) {
            throw new ToolException(phrases().whichOne((meant.isEmpty() ? found : meant).stream().map(speaker::booking).toList()));
        }
        return meant.get(0);
    }

    /**
     * What a wish gets.
     *
     * @param except id of an appointment that makes room for it; empty if none does
     */
    Resource resource(Ledger ledger, Wish wish, String except) throws SQLException, ToolException {
        Answer answer = availability.ask(wish, taken(ledger, wish.start(), except));
        if (answer instanceof Answer.Free free) {
            return free.resource();
        }
        throw new ToolException(speaker.refusal(wish, (Answer.NotFree) answer, availability));
    }

    /** What an appointment gets at another time: who or what it has by name, if that is free and nobody else is asked for. */
    Resource kept(Ledger ledger, Wish wish, Appointment before) throws SQLException, ToolException {
        Optional<Resource> own = speaker.chosen().isPresent() ? Optional.empty() : speaker.choices().stream().map(Name::resource)
                .filter(resource -> resource.name().equals(before.resource())).findFirst();
        boolean free = own.isPresent() && availability.only(own.get()).ask(wish, taken(ledger, wish.start(), before.id())) instanceof Answer.Free;
        return free ? own.get() : resource(ledger, wish, before.id());
    }

    String notFound(Customer customer) {
        return phrases().notFound(customer.name().isEmpty() ? speaker.phone(customer.phone()) : customer.name());
    }

    private String request(String tool) {
        String id = call.callId().length() <= LONGEST_ID ? call.callId() : hash(call.callId());
        return id + "/" + call.turn() + "/" + hash(tool + " " + call.arguments());
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
