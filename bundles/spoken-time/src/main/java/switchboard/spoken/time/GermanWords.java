package switchboard.spoken.time;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words of German dates, times and numbers. */
final class GermanWords {

    private static final List<String> SMALL = List.of(("null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
            + " siebzehn achtzehn neunzehn").split(" "));
    private static final List<String> ONES = List.of("ein zwei drei vier fünf sechs sieben acht neun".split(" "));
    private static final List<String> TENS = List.of("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" "));
    private static final List<String> ORDINALS = List.of("erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft".split(" "));
    static final List<String> MONTHS = List.of("januar februar märz april mai juni juli august september oktober november dezember".split(" "));
    private static final List<String> ENGLISH_MONTHS = List.of("january february march april may june july august september october november december".split(" "));
    static final List<String> DAYS = List.of("montag dienstag mittwoch donnerstag freitag samstag sonntag".split(" "));
    private static final List<String> ENGLISH_DAYS = List.of("monday tuesday wednesday thursday friday saturday sunday".split(" "));
    private static final String DAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|yesterday|the day after tomorrow)";
    private static final String MONTH = "(" + String.join("|", ENGLISH_MONTHS) + ")";
    private static final String NUMBER = "(\\d{1,2})";

    private GermanWords() {}

    static Rewriting rewriting() {
        Rewriting.Builder words = new Rewriting.Builder();
        names(words);
        Map<String, Integer> numbers = numbers();
        words.say(any(numbers), found -> String.valueOf(numbers.get(found.group())));
        Map<String, Integer> ordinals = ordinals();
        words.say("(" + any(ordinals) + ")(?:e|en|er|em|es)", found -> Rewriting.ordinal(ordinals.get(found.group(1))));
        dates(words);
        clock(words);
        parts(words);
        return words.build();
    }

    private static void names(Rewriting.Builder words) {
        words.say("jänner", "januar").say("feber", "februar").say("juno", "juni").say("julei", "juli").say("sonnabend", "samstag").say("dreissig", "dreißig").say("zwo", "zwei").say("fuenf", "fünf").say("zwoelf", "zwölf");
        // "Freitagabend" is one word, "freitags abends" are two.
        words.say("(" + String.join("|", DAYS) + "|sonnabend)s?[ -]?(früh|vormittag|morgen|mittag|nachmittag|abend|nacht)s?", "$1 $2");
        for (int i = 0; i < DAYS.size(); i++) {
            words.say(DAYS.get(i) + "s?", ENGLISH_DAYS.get(i));
        }
        for (int i = 0; i < MONTHS.size(); i++) {
            words.say(MONTHS.get(i) + "s?", ENGLISH_MONTHS.get(i));
        }
        words.say("(?:der |den |am )?heiligabend|heilig abend|heiliger abend", "christmas eve").say("(?:erste[rn]?|1\\.) weihnachts(?:feier)?tag", "christmas day").say("(?:zweite[rn]?|2\\.) weihnachts(?:feier)?tag", "boxing day")
                .say("weihnachten", "christmas").say("silvester(?:abend)?", "new year's eve").say("neujahr(?:stag)?", "new year's day").say("karfreitag", "good friday")
                .say("ostersonntag|ostern", "easter").say("ostermontag", "easter monday").say("valentinstag", "valentine's day");
    }

    private static void dates(Rewriting.Builder words) {
        words.say("übermorgen|uebermorgen", "the day after tomorrow").say("vorgestern", "the day before yesterday").say("gestern", "yesterday");
        words.say("(?:am )?" + DAY + " (?:morgen|früh|vormittag)", "$1 morning").say("morgen (?:früh|vormittag)", "tomorrow morning").say("heute (?:früh|morgen|vormittag)", "this morning");
        words.say("heute (?:abend|nacht)", "tonight").say("heute nachmittag", "this afternoon").say("heute mittag", "today at noon").say("heute", "today");
        words.say("am morgen|in der früh", "in the morning");
        words.say("morgen", "tomorrow").say("(?:am )?wochenende", "weekend").say("(?:dieses|an diesem) weekend", "this weekend").say("nächstes weekend", "next weekend");
        // "3. Dezember", "3.12.", "am dritten zwölften": the second number is a month.
        words.say(NUMBER + "\\. ?" + MONTH, found -> Rewriting.ordinal(Integer.parseInt(found.group(1))) + " of " + found.group(2));
        words.say(NUMBER + "\\. ?(0?[1-9]|1[0-2])\\.(?: ?(20\\d\\d))?", found -> found.group(1) + " " + ENGLISH_MONTHS.get(Integer.parseInt(found.group(2)) - 1) + (found.group(3) == null ? "" : " " + found.group(3)));
        words.say("(\\d{1,2}(?:st|nd|rd|th)) (\\d{1,2})(?:st|nd|rd|th)", found -> found.group(1) + " of " + ENGLISH_MONTHS.get(Math.min(12, Integer.parseInt(found.group(2))) - 1));
        words.say("(\\d{1,2}(?:st|nd|rd|th)) " + MONTH, "$1 of $2");
        words.say("(?:am |den |der |dem |zum )(\\d{1,2}(?:st|nd|rd|th))", "on the $1").say("(?:am |den )" + NUMBER + "\\.", found -> "on the " + Rewriting.ordinal(Integer.parseInt(found.group(1))));
        words.say("(?:am |den )?(?:nächste[nrs]?|nächster) (woche|monat)", found -> "next " + unit(found.group(1))).say("kommende[nrs]? woche", "next week").say("übernächste woche", "in 2 weeks").say("diese[rsn]? woche", "this week");
        words.say("(?:am |den )?nächste[nrs]? " + DAY, "next $1").say("(?:am |den )?(?:kommende[nrs]?|diese[nrsm]?) " + DAY, "this coming $1");
        words.say("(?:am |den )?übernächste[nrs]? " + DAY, "a week from $1").say(DAY + " in (?:1|einer) woche|" + DAY + " in 8 tagen", found -> "a week from " + (found.group(1) == null ? found.group(2) : found.group(1)));
        words.say("next week (?:am )?" + DAY, "$1 next week").say("in (?:einer|1) woche|in 8 tagen", "in 1 week").say("in (?:14 tagen|vierzehn tagen)", "in 2 weeks");
        words.say("in " + NUMBER + " tagen", "in $1 days").say("in " + NUMBER + " wochen", "in $1 weeks").say("in einem monat", "in 1 month").say("in einem tag", "in 1 day");
        words.say("(?:letzte[nrs]?|vorige[nrs]?|vergangene[nrs]?) " + DAY, "last $1").say("(?:letzte|vorige) woche", "last week");
        words.say("am " + DAY, "on $1");
    }

    private static void clock(Rewriting.Builder words) {
        words.say("in (?:einer )?halben stunde|in einer halben stunde", "in half an hour").say("in einer stunde", "in 1 hour").say("in " + NUMBER + " stunden", "in $1 hours").say("in " + NUMBER + " minuten", "in $1 minutes").say("in (?:einer )?viertelstunde", "in 15 minutes");
        words.say("ein uhr", "1 uhr").say("halb ein", "halb 1");
        words.say(NUMBER + " (?:minuten )?vor halb " + NUMBER, found -> "at " + Rewriting.clock(String.valueOf(Rewriting.before(found.group(2))), String.valueOf(30 - Integer.parseInt(found.group(1)))));
        words.say(NUMBER + " (?:minuten )?nach halb " + NUMBER, found -> "at " + Rewriting.clock(String.valueOf(Rewriting.before(found.group(2))), String.valueOf(30 + Integer.parseInt(found.group(1)))));
        words.say("(?:um |gegen )?halb " + NUMBER, found -> "at half past " + Rewriting.before(found.group(1)));
        words.say("(?:um )?(?:dreiviertel|drei viertel|3 viertel|3viertel) " + NUMBER, "at quarter to $1").say("(?:um )?viertel nach " + NUMBER, "at quarter past $1").say("(?:um )?viertel vor " + NUMBER, "at quarter to $1");
        words.say("(?:um )?viertel " + NUMBER, found -> "at quarter past " + Rewriting.before(found.group(1)));
        words.say("(?:um )?" + NUMBER + " (?:minuten )?nach " + NUMBER, "at $1 past $2").say("(?:um )?" + NUMBER + " (?:minuten )?vor " + NUMBER, "at $1 to $2");
        words.say("(?:um |gegen |so gegen |ab |circa |etwa )?" + NUMBER + "(?: uhr |[:.] ?)([0-5]?\\d)(?: uhr)?", found -> "at " + Rewriting.clock(found.group(1), found.group(2)));
        words.say("(?:um |gegen |so gegen |ab |circa |etwa |so )*" + NUMBER + " uhr", found -> Integer.parseInt(found.group(1)) > 12 || found.group(1).equals("0") ? "at " + found.group(1) + ":00" : "at " + found.group(1) + " o'clock");
        words.say("(?:um|gegen|so gegen|um circa|um etwa|so um) " + NUMBER + "(?! (?:people|personen|leute))", "at $1");
        words.say("zwischen (?=at|\\d)", "between ").say("(?<=between (?:at )?)(\\d+) und", "$1 and");
    }

    private static void parts(Rewriting.Builder words) {
        words.say("um mitternacht|mitternachts?", "at midnight").say("(at (?:12|12 o'clock|12:00)) mittags?", "$1 noon").say("(at (?:half past|quarter past) \\d+|at \\d+(?: o'clock)?) mittags?", "$1 in the afternoon")
                .say("(?:zu|um|am|über) mittags?|mittags", "at noon").say("zum mittagessen", "for lunch").say("zum abendessen", "for dinner").say("zum frühstück", "for breakfast");
        words.say("morgens|vormittags|in der früh|am vormittag|früh", "in the morning").say("nachmittags|am nachmittag", "in the afternoon").say("abends|am abend", "in the evening").say("nachts|in der nacht", "at night");
        words.say(DAY + " (?:at noon|mittag)", "$1 at noon").say(DAY + " nachmittag", "$1 afternoon").say(DAY + " abend", "$1 evening").say(DAY + " nacht", "$1 night");
        words.say("(?:am )?nachmittag", "afternoon").say("(?:am )?abend", "evening").say("vormittag", "morning").say("mittag", "noon").say("nacht", "night");
        words.say("(?:für|zu) " + NUMBER + " (?:personen|person|leute|gäste|mann)", "for $1 people").say(NUMBER + " (?:personen|person|leute|gäste|erwachsene[n]?|mann)", "$1 people").say("für " + NUMBER, "for $1 people");
    }

    private static String unit(String german) {
        return german.equals("woche") ? "week" : "month";
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int tens = 2; tens <= 9; tens++) {
            for (int one = 1; one <= 9; one++) {
                numbers.put(ONES.get(one - 1) + "und" + TENS.get(tens - 2), 10 * tens + one);
            }
            numbers.put(TENS.get(tens - 2), 10 * tens);
        }
        for (int i = SMALL.size() - 1; i >= 0; i--) {
            numbers.put(SMALL.get(i), i);
        }
        return numbers;
    }

    private static Map<String, Integer> ordinals() {
        Map<String, Integer> ordinals = new LinkedHashMap<>();
        numbers().forEach((word, number) -> {
            if (number > 12) {
                ordinals.put(word + (number < 20 ? "t" : "st"), number);
            }
        });
        for (int i = ORDINALS.size(); i >= 1; i--) {
            ordinals.put(ORDINALS.get(i - 1), i);
        }
        return ordinals;
    }

    private static String any(Map<String, Integer> words) {
        return String.join("|", words.keySet());
    }
}
