package switchboard.appointments.speech;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import switchboard.appointments.availability.Reason;

/** German. */
final class German implements Phrases {

    private static final DateTimeFormatter PLAIN_DAY = DateTimeFormatter.ofPattern("EEEE, 'der' d. MMMM", Locale.GERMAN);
    private static final Pattern PART_OF_DAY = Pattern.compile(" (morgens|vormittags|mittags|nachmittags|abends|nachts|am (Morgen|Vormittag|Mittag|Nachmittag|Abend))$");
    private static final Pattern NEAR = Pattern.compile("^(heute|morgen|übermorgen|diesen|nächsten)\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    /** "Der dritte", but "am Freitag, dem dritten". */
    private static final Pattern ORDINAL = Pattern.compile("(, der \\p{L}+te)\\b");
    private static final List<String> NUMBERS =
            List.of("keine", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf");

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
        return NEAR.matcher(day).find() ? day : "am " + ORDINAL.matcher(day).replaceFirst("$1n").replaceFirst(", der ", ", dem ");
    }

    @Override
    public String when(String day, String time) {
        return onDay(day) + (day.contains(",") ? ", um " : " um ") + clock(time);
    }

    @Override
    public String or(List<String> choices) {
        return Phrases.join(choices, "oder");
    }

    @Override
    public String fromUntil(String from, String until) {
        return "von " + clock(from) + " bis " + clock(until);
    }

    @Override
    public String thing(String word, int party) {
        return word + (party > 0 ? " " + forParty(party) : "");
    }

    @Override
    public String forParty(int party) {
        return "für " + people(party);
    }

    @Override
    public String with(Name name) {
        return (name.isPerson() ? "bei " : "für ") + name.text().replaceFirst("^Herr ", "Herrn ");
    }

    @Override
    public String place(String name, String use, int party) {
        return name + (use.isEmpty() ? "" : " für " + use) + (party > 0 ? " " + forParty(party) : "");
    }

    @Override
    public String appointment() {
        return "Termin";
    }

    @Override
    public String phone(String number) {
        return "Telefonnummer " + number;
    }

    @Override
    public String noted(String note) {
        return "Ich notiere: " + note;
    }

    @Override
    public String isThatRight() {
        return "Ist das richtig?";
    }

    @Override
    public String booking(String thing, String when, String customer) {
        return thing + " " + when + ", auf den Namen " + customer;
    }

    @Override
    public String booked(String booking) {
        return "Ist gebucht: " + booking + ".";
    }

    @Override
    public String moving(String thing, String customer, String from, String to, List<String> news) {
        return (news.isEmpty() ? "Ich verlege: " : "Ich ändere: ") + thing + ", auf den Namen " + customer + ", bisher " + from + ", neu "
                + Phrases.changed(from, to, news) + ".";
    }

    @Override
    public String moved(String booking) {
        return "Ist geändert: " + booking + ".";
    }

    @Override
    public String unchanged(String booking) {
        return "So ist es eingetragen: " + booking + ".";
    }

    @Override
    public String cancelling(String booking) {
        return "Ich sage ab: " + booking + ".";
    }

    @Override
    public String cancelled(String booking) {
        return "Ist abgesagt: " + booking + ".";
    }

    @Override
    public String found(List<String> bookings) {
        return "Ich habe " + Phrases.join(bookings, "und") + ".";
    }

    @Override
    public String notFound(String customer) {
        return "Zu " + customer + " finde ich nichts. Unter welchem anderen Namen oder welcher Nummer könnte es sein?";
    }

    @Override
    public String whichOne(List<String> bookings) {
        return "Ich habe " + Phrases.join(bookings, "und") + ". Welchen Termin meinen Sie?";
    }

    @Override
    public String refusal(Reason reason, String time, String onDay, String with, int party, int most, String last) {
        return switch (reason) {
            case PARTY_TOO_LARGE -> "Für " + people(party) + " zusammen kann ich" + Phrases.spaced(with) + " nicht buchen, höchstens für " + people(most) + ".";
            case PAST -> "Für " + clock(time) + " " + onDay + " ist es zu spät.";
            case TOO_FAR -> "Wir nehmen Buchungen nur bis " + last + " an.";
            case CLOSED -> onDay + " haben wir geschlossen.";
            case OUTSIDE_HOURS -> clock(time) + " passt " + onDay + " nicht in unsere Öffnungszeiten.";
            case TOO_SOON -> clock(time) + " " + onDay + " ist für uns zu kurzfristig.";
            case OFF_GRID -> "Wir buchen zur vollen Viertelstunde.";
            case TAKEN -> clock(time) + " ist " + onDay + Phrases.spaced(with) + " schon vergeben.";
        };
    }

    @Override
    public String instead(List<String> alternatives) {
        return "Frei ist " + or(alternatives.stream().map(German::clock).toList()) + ".";
    }

    @Override
    public String next(List<String> whens) {
        return "Als Nächstes frei ist " + or(whens) + ".";
    }

    @Override
    public String nothingElse() {
        return "Auch in den zwei Wochen danach ist nichts frei.";
    }

    @Override
    public String free(String when, int party) {
        return "Ja, " + several(party) + when + " ist etwas frei.";
    }

    @Override
    public String freeTimes(String onDay, int party, List<String> times) {
        return "Frei ist " + several(party) + onDay + ": " + or(times.stream().map(German::clock).toList()) + ".";
    }

    @Override
    public String noneFree(String onDay, int party) {
        return "Da ist " + several(party) + onDay + " nichts frei.";
    }

    @Override
    public String past() {
        return "Das liegt in der Vergangenheit.";
    }

    /** Of one person nobody speaks. */
    private String several(int party) {
        return party == 1 ? "" : forParty(party) + " ";
    }

    @Override
    public String whichDay() {
        return "Für welchen Tag?";
    }

    @Override
    public String whichOf(List<String> choices) {
        return "Meinen Sie " + or(choices.stream().map(German::clock).toList()) + "?";
    }

    @Override
    public String whatTime(String onDay) {
        return "Um wie viel Uhr " + onDay + "?";
    }

    @Override
    public String whoseIsIt() {
        return "Auf welchen Namen oder welche Telefonnummer?";
    }

    @Override
    public String whatName() {
        return "Auf welchen Namen darf ich buchen?";
    }

    @Override
    public String whatPhone() {
        return "Die Telefonnummer habe ich nicht verstanden. Sagen Sie sie bitte noch einmal?";
    }

    @Override
    public String whichKind(List<String> kinds) {
        return "Ich kann " + or(kinds) + " buchen. Was darf es sein?";
    }

    @Override
    public String noBookings() {
        return "Buchungen kann ich hier nicht annehmen.";
    }

    @Override
    public String unreachable() {
        return "Ich erreiche unser Terminbuch gerade nicht. Bitte versuchen Sie es in ein paar Minuten noch einmal.";
    }

    private static String people(int number) {
        return (number < NUMBERS.size() ? NUMBERS.get(number) : String.valueOf(number)) + (number == 1 ? " Person" : " Personen");
    }

    /** "20:30" becomes "20 Uhr 30"; what is said already stays. */
    private static String clock(String time) {
        return time.replaceFirst("^(\\d{1,2}):00$", "$1 Uhr").replaceFirst("^(\\d{1,2}):(\\d{2})$", "$1 Uhr $2");
    }
}
