package switchboard.appointments.speech;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import switchboard.appointments.availability.Reason;

/** English. */
final class English implements Phrases {

    private static final DateTimeFormatter PLAIN_DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);
    private static final Pattern PART_OF_DAY = Pattern.compile(" (in the (morning|afternoon|evening)|at night)$");
    private static final Pattern NEAR = Pattern.compile("^(today|tonight|tomorrow|the day after tomorrow|this|next)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARTICLE = Pattern.compile("^(the|our) ");
    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    @Override
    public DateTimeFormatter plainDay() {
        return PLAIN_DAY;
    }

    @Override
    public Pattern partOfDay() {
        return PART_OF_DAY;
    }

    @Override
    public String onDay(String day) {
        return NEAR.matcher(day).find() ? day : "on " + day;
    }

    @Override
    public String when(String day, String time) {
        return onDay(day) + (day.contains(",") ? ", at " : " at ") + time;
    }

    @Override
    public String or(List<String> choices) {
        return Phrases.join(choices, "or");
    }

    @Override
    public String fromUntil(String from, String until) {
        return "from " + from + " until " + until;
    }

    @Override
    public String thing(String word, int party) {
        String article = word.matches("(?i).*[^s]s") ? "" : word.matches("(?i)[aeiou].*") ? "an " : "a ";
        return article + word + (party > 0 ? " " + forParty(party) : "");
    }

    @Override
    public String forParty(int party) {
        return "for " + number(party);
    }

    @Override
    public String with(Name name) {
        return name.isPerson() ? "with " + name.text() : "for " + place(name.text(), "", 0);
    }

    @Override
    public String place(String name, String use, int party) {
        String article = Character.isLowerCase(name.codePointAt(0)) && !ARTICLE.matcher(name).find() ? "the " : "";
        return article + name + (use.isEmpty() ? "" : " for " + thing(use, 0)) + (party > 0 ? " " + forParty(party) : "");
    }

    @Override
    public String appointment() {
        return "appointment";
    }

    @Override
    public String phone(String number) {
        return "phone number " + number;
    }

    @Override
    public String noted(String note) {
        return "I note: " + note;
    }

    @Override
    public String isThatRight() {
        return "Is that right?";
    }

    @Override
    public String booking(String thing, String when, String customer) {
        return thing + " " + when + ", for " + customer;
    }

    @Override
    public String booked(String booking) {
        return "It is booked: " + booking + ".";
    }

    @Override
    public String moving(String thing, String customer, String from, String to, List<String> news) {
        return (from.equals(to) ? "I would change " + the(thing) + " " + from + ", for " + customer
                : "I would move " + the(thing) + ", for " + customer + ", from " + bare(from) + " to " + bare(to))
                + (news.isEmpty() ? "" : ", and make it " + String.join(", ", news)) + ".";
    }

    @Override
    public String moved(String booking) {
        return "It is changed: " + booking + ".";
    }

    @Override
    public String unchanged(String booking) {
        return "That is how it is booked: " + booking + ".";
    }

    @Override
    public String cancelling(String booking) {
        return "I would cancel " + the(booking) + ".";
    }

    @Override
    public String cancelled(String booking) {
        return "It is cancelled: " + the(booking) + ".";
    }

    @Override
    public String found(List<String> bookings) {
        return "I have " + Phrases.join(bookings, "and") + ".";
    }

    @Override
    public String notFound(String customer) {
        return "I find nothing for " + customer + ". Under which other name or phone number could it be?";
    }

    @Override
    public String whichOne(List<String> bookings) {
        return "I have " + Phrases.join(bookings, "and") + ". Which one do you mean?";
    }

    @Override
    public String refusal(Reason reason, String time, String onDay, String with, int party, int most, String last) {
        return switch (reason) {
            case PARTY_TOO_LARGE -> "I cannot book for " + number(party) + " people together" + Phrases.spaced(with) + "; " + number(most) + " is the most.";
            case PAST -> "It is too late for " + time + " " + onDay + ".";
            case TOO_FAR -> "We take bookings only until " + last + ".";
            case CLOSED -> "We are closed " + onDay + ".";
            case OUTSIDE_HOURS -> time + " does not fit our opening hours " + onDay + ".";
            case TOO_SOON -> time + " " + onDay + " is too soon for us.";
            case OFF_GRID -> "We book on the quarter of an hour.";
            case TAKEN -> time + " is taken " + onDay + Phrases.spaced(with) + ".";
        };
    }

    @Override
    public String instead(List<String> alternatives) {
        return "I have " + Phrases.join(alternatives, "or") + ".";
    }

    @Override
    public String next(List<String> whens) {
        return "The next I have is " + Phrases.join(whens, "or") + ".";
    }

    @Override
    public String nothingElse() {
        return "I have nothing else in the two weeks after that.";
    }

    @Override
    public String free(String when, int party) {
        return "Yes, I have something " + several(party) + when + ".";
    }

    @Override
    public String freeTimes(String onDay, int party, List<String> times) {
        return Speaker.sentence(several(party) + onDay + ", I have " + Phrases.join(times, "or") + ".");
    }

    @Override
    public String noneFree(String onDay, int party) {
        return "I have nothing " + several(party) + onDay + ".";
    }

    @Override
    public String past() {
        return "That is in the past.";
    }

    /** Of one person nobody speaks. */
    private String several(int party) {
        return party == 1 ? "" : forParty(party) + " ";
    }

    @Override
    public String whichDay() {
        return "For which day?";
    }

    @Override
    public String whichOf(List<String> choices) {
        return "Do you mean " + Phrases.join(choices, "or") + "?";
    }

    @Override
    public String whatTime(String onDay) {
        return "At what time " + onDay + "?";
    }

    @Override
    public String whoseIsIt() {
        return "Under which name or phone number is it?";
    }

    @Override
    public String whatName() {
        return "Under which name shall I book it?";
    }

    @Override
    public String whatPhone() {
        return "I did not get the phone number. Could you say it once more?";
    }

    @Override
    public String whichKind(List<String> kinds) {
        return "I can book " + Phrases.join(kinds, "or") + ". Which one would you like?";
    }

    @Override
    public String noBookings() {
        return "I cannot take bookings here.";
    }

    @Override
    public String unreachable() {
        return "I cannot reach our appointment book at the moment. Please try again in a few minutes.";
    }

    private static String number(int number) {
        return number < NUMBERS.size() ? NUMBERS.get(number) : String.valueOf(number);
    }

    private static String the(String thing) {
        return thing.startsWith("the ") ? thing : "the " + thing.replaceFirst("^an? ", "");
    }

    private static String bare(String when) {
        return when.replaceFirst("^on ", "");
    }
}
