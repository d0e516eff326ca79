package switchboard.appointments.speech;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import switchboard.appointments.availability.Reason;

/** Spanish. */
final class Spanish implements Phrases {

    private static final DateTimeFormatter PLAIN_DAY = DateTimeFormatter.ofPattern("EEEE, d 'de' MMMM", Locale.forLanguageTag("es"));
    private static final Pattern PART_OF_DAY = Pattern.compile(" de la (mañana|tarde|noche|madrugada)$");
    private static final Pattern NEAR = Pattern.compile("^(hoy|mañana|pasado mañana|este|el)(?!\\p{L})", Pattern.CASE_INSENSITIVE);
    private static final List<String> NUMBERS =
            List.of("ninguna", "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce");

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
        return NEAR.matcher(day).find() ? day : "el " + day;
    }

    @Override
    public String when(String day, String time) {
        return onDay(day) + (day.contains(",") ? ", a " : " a ") + clock(time);
    }

    @Override
    public String or(List<String> choices) {
        return Phrases.join(choices, "o");
    }

    @Override
    public String fromUntil(String from, String until) {
        return "desde " + clock(from) + " hasta " + clock(until);
    }

    @Override
    public String thing(String word, int party) {
        return word + (party > 0 ? " " + forParty(party) : "");
    }

    @Override
    public String forParty(int party) {
        return "para " + people(party);
    }

    @Override
    public String with(Name name) {
        return name.isPerson() ? "con " + name.text().replaceFirst("^(Doctora|Dra\\.?|Señora|Sra\\.?|Señorita|Srta\\.?) ", "la $1 ")
                .replaceFirst("^(Doctor|Dr\\.?|Señor|Sr\\.?) ", "el $1 ") : "para " + name.text();
    }

    @Override
    public String place(String name, String use, int party) {
        return name + (use.isEmpty() ? "" : " para " + use) + (party > 0 ? " " + forParty(party) : "");
    }

    @Override
    public String appointment() {
        return "cita";
    }

    @Override
    public String phone(String number) {
        return "teléfono " + number;
    }

    @Override
    public String noted(String note) {
        return "Anoto: " + note;
    }

    @Override
    public String isThatRight() {
        return "¿Es correcto?";
    }

    @Override
    public String booking(String thing, String when, String customer) {
        return thing + " " + when + ", a nombre de " + customer;
    }

    @Override
    public String booked(String booking) {
        return "Queda reservado: " + booking + ".";
    }

    @Override
    public String moving(String thing, String customer, String from, String to, List<String> news) {
        String what = "El cambio sería: " + thing;
        return news.isEmpty() ? what + ", a nombre de " + customer + (", de " + from + " pasa a " + to + ".").replace(" de el ", " del ").replace(" a el ", " al ")
                : what + " " + from + ", a nombre de " + customer + ", pasa a ser " + Phrases.changed(from, to, news) + ".";
    }

    @Override
    public String moved(String booking) {
        return "Queda cambiado: " + booking + ".";
    }

    @Override
    public String unchanged(String booking) {
        return "Así está apuntado: " + booking + ".";
    }

    @Override
    public String cancelling(String booking) {
        return "Cancelaría: " + booking + ".";
    }

    @Override
    public String cancelled(String booking) {
        return "Queda cancelado: " + booking + ".";
    }

    @Override
    public String found(List<String> bookings) {
        return "Tengo " + Phrases.join(bookings, "y") + ".";
    }

    @Override
    public String notFound(String customer) {
        return "No encuentro nada de " + customer + ". ¿Con qué otro nombre o teléfono podría estar?";
    }

    @Override
    public String whichOne(List<String> bookings) {
        return "Tengo " + Phrases.join(bookings, "y") + ". ¿A cuál se refiere?";
    }

    @Override
    public String refusal(Reason reason, String time, String onDay, String with, int party, int most, String last) {
        return switch (reason) {
            case PARTY_TOO_LARGE -> "No puedo reservar para " + people(party) + " juntas" + Phrases.spaced(with) + "; como máximo para " + people(most) + ".";
            case PAST -> "Ya es tarde para " + clock(time) + " " + onDay + ".";
            case TOO_FAR -> "Solo aceptamos reservas hasta " + onDay(last) + ".";
            case CLOSED -> onDay + " está cerrado.";
            case OUTSIDE_HOURS -> clock(time) + " no entra en nuestro horario " + onDay + ".";
            case TOO_SOON -> "Para " + clock(time) + " " + onDay + " falta muy poco.";
            case OFF_GRID -> "Reservamos de cuarto en cuarto de hora.";
            case TAKEN -> "A " + clock(time) + " ya está ocupado " + onDay + Phrases.spaced(with) + ".";
        };
    }

    @Override
    public String instead(List<String> alternatives) {
        return "Tengo libre " + or(alternatives.stream().map(Spanish::clock).toList()) + ".";
    }

    @Override
    public String next(List<String> whens) {
        return "Lo próximo que tengo libre es " + or(whens) + ".";
    }

    @Override
    public String nothingElse() {
        return "Tampoco hay nada en las dos semanas siguientes.";
    }

    @Override
    public String free(String when, int party) {
        return "Sí, hay sitio " + several(party) + when + ".";
    }

    @Override
    public String freeTimes(String onDay, int party, List<String> times) {
        return "Tengo libre " + several(party) + onDay + " " + or(times.stream().map(Spanish::clock).toList()) + ".";
    }

    @Override
    public String noneFree(String onDay, int party) {
        return "No queda nada " + several(party) + onDay + ".";
    }

    @Override
    public String past() {
        return "Eso ya ha pasado.";
    }

    /** Of one person nobody speaks. */
    private String several(int party) {
        return party == 1 ? "" : forParty(party) + " ";
    }

    @Override
    public String whichDay() {
        return "¿Para qué día?";
    }

    @Override
    public String whichOf(List<String> choices) {
        return "¿Se refiere a " + or(choices.stream().map(Spanish::clock).toList()) + "?";
    }

    @Override
    public String whatTime(String onDay) {
        return "¿A qué hora " + onDay + "?";
    }

    @Override
    public String whoseIsIt() {
        return "¿A qué nombre o teléfono está?";
    }

    @Override
    public String whatName() {
        return "¿A qué nombre hago la reserva?";
    }

    @Override
    public String whatPhone() {
        return "No he entendido el teléfono. ¿Me lo repite, por favor?";
    }

    @Override
    public String whichKind(List<String> kinds) {
        return "Puedo reservar " + or(kinds) + ". ¿Qué desea?";
    }

    @Override
    public String noBookings() {
        return "Aquí no puedo tomar reservas.";
    }

    @Override
    public String unreachable() {
        return "Ahora mismo no puedo consultar el libro de reservas. Inténtelo de nuevo en unos minutos, por favor.";
    }

    private static String people(int number) {
        return (number < NUMBERS.size() ? NUMBERS.get(number) : String.valueOf(number)) + (number == 1 ? " persona" : " personas");
    }

    /** "20:30" becomes "las 20:30"; what is said already stays. */
    private static String clock(String time) {
        return time.replaceFirst("^(1:\\d{2})$", "la $1").replaceFirst("^(\\d{1,2}:\\d{2})$", "las $1");
    }
}
