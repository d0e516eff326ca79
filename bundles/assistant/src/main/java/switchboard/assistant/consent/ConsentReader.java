package switchboard.assistant.consent;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads yes and no, for one language. Words count as a yes only if every one of them belongs to it: whatever else is said
 * ("yes, but make it five") may change what was proposed. Immutable.
 */
public final class ConsentReader {

    /** Nobody needs more words for a yes; the patterns would take long to refuse a long text. */
    private static final int MOST_WORDS = 20;
    /** Letters of the shortest name of a day that more than a number is likely to have. */
    private static final int A_DAY = 6;
    /** Letters of the shortest word that is taken up alone. */
    private static final int A_NAME = 4;
    /** Of a sentence, or of a part of it. */
    private static final Pattern END = Pattern.compile("[.!,;:]+ +");
    /** "Yes, you're on Market Street, right?": the yes may belong to that. */
    private static final Pattern TAG = Pattern.compile("(?:.* )?(?:right|correct|yes|yeah|okay|ok|isnt it|arent (?:you|they|we)|is it|are you|oder|nicht wahr|ja|gell|stimmts|verdad|no|sí)");
    /** "That's, uh, that's right." */
    private static final Pattern HESITATION = Pattern.compile("(?<= )(?:um+|uh+(?! huh)|erm?|äh+m?|eh+|mmm) (?!huh)");
    /** "See you on Friday", "ja, bis Freitag", "sí, hasta mañana": a farewell, if that is the day. */
    private static final Pattern UNTIL = Pattern.compile("(?<= |^)(?:see you|bis|hasta|nos vemos)(?: on| am| zum| el| la| este)? (\\p{L}{3,})(?: then| dann| entonces)?(?= |$)");
    private static final Pattern STAMMERED = Pattern.compile("(?<= |^)(\\p{L}+(?: \\p{L}+){0,2})(?: \\1)+(?= |$)");
    private static final Map<String, ConsentReader> READERS =
            Stream.of("en", "de", "es").collect(Collectors.toUnmodifiableMap(language -> language, language -> new ConsentReader(List.of(language))));
    private static final ConsentReader ANY = new ConsentReader(List.of("en", "de", "es"));

    private final Pattern yes;
    private final Pattern yesAndMore;
    private final Pattern right;
    private final Pattern no;
    private final Pattern unclear;
    private final Pattern again;
    private final Pattern cancel;
    private final Pattern asks;
    private final Pattern changes;
    private final Pattern details;
    private final Pattern price;
    private final Pattern agreedBehind;

    private ConsentReader(List<String> languages) {
        List<ConsentWords> words = languages.stream().map(ConsentWords::of).toList();
        String filler = any(words.stream().map(ConsentWords::filler));
        String agreed = any(words.stream().map(ConsentWords::yes));
        String refused = any(words.stream().map(ConsentWords::no));
        yes = Pattern.compile(onlyOf(agreed, filler));
        yesAndMore = Pattern.compile("(?:(?:" + filler + "|" + agreed + ") )+(?<more>.+)");
        right = Pattern.compile("(?<told>.+?) ?(?:" + any(words.stream().map(ConsentWords::right)) + ")(?: (?:" + filler + "))*");
        no = Pattern.compile(onlyOf(refused, filler));
        String any = "(?:" + any(words.stream().map(ConsentWords::unclear)) + "|" + filler + "|" + agreed + "|" + refused + ")";
        unclear = Pattern.compile(any + "(?: " + any + ")*");
        again = Pattern.compile(onlyOf(any(words.stream().map(ConsentWords::again)), filler));
        cancel = Pattern.compile(onlyOf(any(words.stream().map(ConsentWords::cancel)), filler));
        asks = within(any(words.stream().map(ConsentWords::asks)));
        changes = within(any(words.stream().map(ConsentWords::changes)));
        details = within(any(words.stream().map(ConsentWords::changes)) + "|" + any(words.stream().map(ConsentWords::details)) + "|\\S*[0-9]\\S*");
        price = Pattern.compile("(?:" + any(words.stream().map(ConsentWords::price)) + ")(?: .*)?");
        agreedBehind = Pattern.compile("(?<told>.+?) (?:" + agreed + ")(?: (?:" + filler + "))*");
    }

    /** The reader for a language; for one that is not known, a reader of all that are. */
    public static ConsentReader of(String language) {
        return READERS.getOrDefault(language, ANY);
    }

    /**
     * What the words mean, said directly after a proposal was read back.
     *
     * @param readBack what was proposed, in words
     * @param cancels  whether it was proposed to cancel something: then "cancel it" is a yes, and else a no
     */
    public Consent read(String said, String readBack, boolean cancels) {
        String words = withoutParting(plain(said), plain(readBack));
        boolean question = said.indexOf('?') >= 0;
        if (words.split(" ").length <= MOST_WORDS) {
            if (again.matcher(words).matches()) {
                return Consent.AGAIN;
            }
            if (!question && agrees(words, plain(readBack), cancels)) {
                return Consent.YES;
            }
            if (!question && refuses(words, cancels)) {
                return Consent.NO;
            }
            if (words.isEmpty() || unclear.matcher(words).matches()) {
                return Consent.UNCLEAR;
            }
        }
        boolean asked = question || asks.matcher(words).find();
        return asked && !details.matcher(words).find() ? Consent.DIGRESSION : Consent.OTHER;
    }

    private static String withoutParting(String words, String readBack) {
        return UNTIL.matcher(words).replaceAll(until -> isIn(until.group(1), readBack) ? "" : Matcher.quoteReplacement(until.group())).replaceAll(" +", " ").strip();
    }

    /**
     * Where a clear yes ends behind which something else is asked: "Yes, please. | Is there parking?" What follows it changes nothing.
     *
     * @return an index into what was said; empty if it is not such a yes
     */
    public OptionalInt yesBeforeAQuestion(String said, String readBack, boolean cancels) {
        return END.matcher(said).results().mapToInt(MatchResult::end)
                .filter(end -> read(said.substring(0, end), readBack, cancels) == Consent.YES && asksSomethingElse(said.substring(end), plain(readBack))).max();
    }

    /** Whether it is a question that changes nothing; the day of what was read back is no change. */
    private boolean asksSomethingElse(String said, String readBack) {
        String words = plain(said).replaceFirst("^(?:but|aber|pero) ", "");
        boolean same = details.matcher(words).results().map(MatchResult::group).allMatch(word -> isOfTheSameDay(word, readBack));
        boolean ofThePrice = price.matcher(words).matches() && !changes.matcher(words).find();
        return (same || ofThePrice) && !TAG.matcher(words).matches() && (said.indexOf('?') >= 0 || asks.matcher(words).find());
    }

    private static boolean isOfTheSameDay(String word, String readBack) {
        return word.length() >= A_DAY && isIn(word, readBack) || word.equals("tonight") && isIn("today", readBack);
    }

    /** Whether a sentence of a proposal only asks for the answer ("Is that right?"), so that nobody has to hear it. */
    public boolean onlyAsks(String sentence) {
        String words = plain(sentence);
        return words.split(" ").length <= 5 && !details.matcher(words).find();
    }

    private boolean agrees(String words, String readBack, boolean cancels) {
        if (yes.matcher(words).matches() || cancel.matcher(words).matches() && cancels) {
            return true;
        }
        Matcher more = yesAndMore.matcher(words);
        return more.matches() && hasYes(words, more.group("more"))
                && (isReadBack(more.group("more"), readBack) || cancel.matcher(more.group("more")).matches() && cancels);
    }

    private boolean hasYes(String words, String more) {
        return yes.matcher(words.substring(0, words.length() - more.length()).strip()).matches();
    }

    /** "Yes, Friday at eight", "yes, five is right": what was read back. One word alone may mean something else. */
    private boolean isReadBack(String more, String readBack) {
        Matcher confirmed = right.matcher(more);
        boolean told = confirmed.matches() && isIn(confirmed.group("told"), readBack);
        Matcher agreed = agreedBehind.matcher(more);
        boolean between = agreed.matches() && isIn(agreed.group("told"), readBack);
        return told || between || repeats(more, readBack);
    }

    /** A yes that takes up two words or more just as they were read back; or one, such as a name, that can be no change. */
    private boolean repeats(String more, String readBack) {
        if (!more.contains(" ")) {
            return more.length() >= A_NAME && !details.matcher(more).find() && isIn(more, readBack);
        }
        String[] day = more.split(" ", 2);
        // "Friday at eight" of "on Friday, the third of December, at eight": a long word, and what is read back word by word.
        return isIn(more, readBack) || day[0].length() >= A_DAY && isIn(day[0], readBack) && day[1].contains(" ") && repeats(day[1], readBack);
    }

    /** Whether plain words stand in what was read back, none of them cut. */
    private static boolean isIn(String words, String readBack) {
        return (" " + readBack + " ").contains(" " + words + " ");
    }

    private boolean refuses(String words, boolean cancels) {
        return no.matcher(words).matches() || cancel.matcher(words).matches() && !cancels;
    }

    private static String onlyOf(String wanted, String filler) {
        return "(?:(?:" + filler + ") )*(?:" + wanted + ")(?: (?:" + wanted + "|" + filler + "))*";
    }

    private static Pattern within(String words) {
        return Pattern.compile("(?<=^| )(?:" + words + ")(?= |$)");
    }

    private static String any(Stream<String> alternatives) {
        return alternatives.collect(Collectors.joining("|"));
    }

    /** Small letters with single spaces; apostrophes are dropped, so that "that's" and "thats" are the same, and so is stammering. */
    private static String plain(String said) {
        String words = said.toLowerCase(Locale.ROOT).replaceAll("['’]", "").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return STAMMERED.matcher(HESITATION.matcher(words).replaceAll("")).replaceAll("$1");
    }
}
