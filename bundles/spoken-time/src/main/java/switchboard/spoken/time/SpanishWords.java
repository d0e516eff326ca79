package switchboard.spoken.time;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words of Spanish dates, times and numbers. */
final class SpanishWords {

    private static final List<String> SMALL = List.of(("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve"
            + " veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve").split(" "));
    private static final List<String> TENS = List.of("treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(" "));
    static final List<String> MONTHS = List.of("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "));
    private static final List<String> ENGLISH_MONTHS = List.of("january february march april may june july august september october november december".split(" "));
    static final List<String> DAYS = List.of("lunes martes miércoles jueves viernes sábado domingo".split(" "));
    private static final List<String> ENGLISH_DAYS = List.of("monday tuesday wednesday thursday friday saturday sunday".split(" "));
    private static final String DAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
    private static final String MONTH = "(" + String.join("|", ENGLISH_MONTHS) + ")";
    private static final String NUMBER = "(\\d{1,2})";
    private static final String AT = "(?:a |sobre |hacia |a eso de |alrededor de |desde |para |son )?(?:las?|eso de las?) ";

    private SpanishWords() {}

    static Rewriting rewriting() {
        Rewriting.Builder words = new Rewriting.Builder();
        names(words);
        words.say("la una", "la 1").say("una (personas?)", "1 $1").say("(dentro de|en) una? (hora|semana|mes|día)", "$1 1 $2");
        Map<String, Integer> numbers = numbers();
        words.say(String.join("|", numbers.keySet()), found -> String.valueOf(numbers.get(found.group())));
        dates(words);
        clock(words);
        parts(words);
        return words.build();
    }

    private static void names(Rewriting.Builder words) {
        words.say("miercoles", "miércoles").say("sabado", "sábado").say("setiembre", "septiembre").say("dieciseis", "dieciséis").say("veintidos", "veintidós").say("veintitres", "veintitrés").say("veintiseis", "veintiséis").say("veinti(?:ún|una)", "veintiuno").say("manana", "mañana").say("dia", "día");
        for (int i = 0; i < DAYS.size(); i++) {
            words.say((DAYS.get(i).endsWith("s") ? DAYS.get(i) : DAYS.get(i) + "s?"), ENGLISH_DAYS.get(i));
        }
        for (int i = 0; i < MONTHS.size(); i++) {
            words.say(MONTHS.get(i), ENGLISH_MONTHS.get(i));
        }
        words.say("(?:la )?nochebuena", "christmas eve").say("(?:la )?nochevieja|fin de año", "new year's eve").say("(?:el día de )?navidad", "christmas day").say("año nuevo", "new year's day").say("viernes santo|friday santo", "good friday").say("san valentín", "valentine's day");
    }

    private static void dates(Rewriting.Builder words) {
        words.say("pasado mañana", "the day after tomorrow").say("(?:antes de ayer|anteayer)", "the day before yesterday").say("ayer", "yesterday");
        words.say("mañana por la mañana", "tomorrow morning").say("mañana por la tarde", "tomorrow afternoon").say("mañana (?:por|a|en) la noche", "tomorrow evening");
        words.say("esta noche|hoy por la noche", "tonight").say("esta tarde|hoy por la tarde", "this afternoon").say("esta mañana|hoy por la mañana", "this morning").say("hoy", "today");
        words.say("(?:de|por|en) la mañana", "in the morning").say("(?:de|por|en) la tarde", "in the afternoon").say("(?:de|por|en|a) la noche", "in the evening").say("de la madrugada", "in the morning").say("al? mediodía|del mediodía|mediodía", "noon").say("a medianoche|medianoche", "midnight");
        words.say("mañana", "tomorrow");
        words.say("(?:este |el )?fin de semana(?: que viene| próximo)?", "weekend");
        words.say("(?:primero|1ero|1º) de " + MONTH, "1 de $1").say("(?:el )?(?:día )?" + NUMBER + " (?:de |del )" + NUMBER + "(?! (?:de la|en punto))", found -> found.group(1) + " " + ENGLISH_MONTHS.get(Math.max(1, Math.min(12, Integer.parseInt(found.group(2)))) - 1));
        words.say("(?:el )?(?:día )?" + NUMBER + " (?:de )?" + MONTH, found -> "on the " + Rewriting.ordinal(Integer.parseInt(found.group(1))) + " of " + found.group(2));
        // "El martes ocho": of hours it is said "a las ocho".
        words.say(DAY + " (?:día )?" + NUMBER + "(?![:.h]\\d| (?:\\d|y|menos|en punto|horas?|personas?|comensales|adultos|niños|plazas))", found -> found.group(1) + " the " + Rewriting.ordinal(Integer.parseInt(found.group(2))));
        words.say("(?:el |para el )día " + NUMBER, found -> "on the " + Rewriting.ordinal(Integer.parseInt(found.group(1)))).say("(?:para )?el " + NUMBER + "(?! (?:y|menos))", found -> "on the " + Rewriting.ordinal(Integer.parseInt(found.group(1))));
        words.say(MONTH + " del? (20\\d\\d)", "$1 $2");
        words.say("(?:el |la )?próxim[oa] (semana|mes)|(?:la |el )(semana|mes) (?:que viene|próxim[oa]|siguiente)", found -> "next " + unit(found.group(1) == null ? found.group(2) : found.group(1)));
        words.say("(?:el |este |del |para el |al )*" + DAY + " de la (?:próxima semana|semana que viene|semana próxima)", "$1 next week").say(DAY + " de next week", "$1 next week").say("(?:el )?" + DAY + " (?:no este sino )?(?:dentro de|en) (?:1|una) semana", "a week from $1");
        words.say("(?:el |este )*" + DAY + " (?:que viene|próximo|siguiente)|(?:el |este )*próximo " + DAY, found -> "this coming " + (found.group(1) == null ? found.group(2) : found.group(1)));
        words.say("(?:el )?" + DAY + " pasado|(?:el )?pasado " + DAY, found -> "last " + (found.group(1) == null ? found.group(2) : found.group(1))).say("la semana pasada", "last week");
        words.say("next week (?:el )?" + DAY, "$1 next week").say("este " + DAY, "this $1").say("(?:el|del|al|los) " + DAY, "on $1");
        words.say("(?:dentro de|en) (?:1|una) semana|de today en (?:8|ocho)|de today en 8", "in 1 week").say("(?:dentro de|en) 15 días", "in 2 weeks").say("(?:dentro de|en) " + NUMBER + " días?", "in $1 days").say("(?:dentro de|en) " + NUMBER + " semanas?", "in $1 weeks").say("(?:dentro de|en) (?:1|un) mes", "in 1 month");
    }

    private static void clock(Rewriting.Builder words) {
        words.say("(?:dentro de|en) media hora", "in half an hour").say("(?:dentro de|en) " + NUMBER + " horas?", "in $1 hours").say("(?:dentro de|en) " + NUMBER + " minutos?", "in $1 minutes");
        String at = "(?:" + AT + ")?";
        words.say(at + NUMBER + " y media", "at half past $1").say(at + NUMBER + " y cuarto", "at quarter past $1").say(at + NUMBER + " menos cuarto", "at quarter to $1");
        words.say("(?:" + AT + ")" + NUMBER + " y " + NUMBER, found -> "at " + Rewriting.clock(found.group(1), found.group(2))).say(at + NUMBER + " menos " + NUMBER, "at $2 to $1");
        words.say("(?:" + AT + ")" + NUMBER + "(?:[:.h] ?| )([0-5]\\d)(?: horas?| h)?", found -> "at " + Rewriting.clock(found.group(1), found.group(2))).say("(?<!at )" + NUMBER + "[:.h]([0-5]\\d)", found -> "at " + Rewriting.clock(found.group(1), found.group(2)));
        words.say("(?:" + AT + ")" + NUMBER + "(?: en punto| horas| h)?", found -> Integer.parseInt(found.group(1)) > 12 ? "at " + found.group(1) + ":00" : "at " + found.group(1)).say(NUMBER + " (?:en punto|horas)", "at $1 o'clock");
        words.say("entre at (\\d+) y at (\\d+)", "between $1 and $2").say("(at .{1,14}?) en punto", "$1");
    }

    private static void parts(Rewriting.Builder words) {
        words.say("(at 12(?: o'clock)?) (?:noon|in the afternoon)", "at noon").say("(at 12(?: o'clock)?) in the evening", "at midnight").say("(at 12(?: o'clock)?) in the morning", "at noon");
        words.say("(at (?:half past |quarter past |quarter to |\\d+ past |\\d+ to )?[6-9]) in the afternoon", "$1 in the evening");
        words.say("para (?:comer|el almuerzo|almorzar)", "for lunch").say("para (?:cenar|la cena)", "for dinner").say("(?:al|a) noon", "at noon");
        words.say("(?:para|somos|seremos|de) " + NUMBER + "(?: personas?| comensales| adultos)?(?! (?:horas|días|semanas))", "for $1 people").say(NUMBER + " (?:personas?|comensales|adultos)", "$1 people");
    }

    private static String unit(String spanish) {
        return spanish.equals("semana") ? "week" : "month";
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int tens = 3; tens <= 9; tens++) {
            for (int one = 1; one <= 9; one++) {
                numbers.put(TENS.get(tens - 3) + " y " + (one == 1 ? "uno" : SMALL.get(one)), 10 * tens + one);
            }
            numbers.put(TENS.get(tens - 3), 10 * tens);
        }
        for (int i = SMALL.size() - 1; i >= 0; i--) {
            numbers.put(SMALL.get(i), i);
        }
        return numbers;
    }
}
