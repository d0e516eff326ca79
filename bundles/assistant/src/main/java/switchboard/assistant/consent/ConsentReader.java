package switchboard.assistant.consent;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads yes and no, for one language. Words count as a yes only if every one of them belongs to it: whatever else is said
 * ("yes, but make it five") may change what was proposed. Immutable.
 */
public final class ConsentReader {

    private static final Map<String, ConsentReader> READERS =
            Stream.of("en", "de", "es").collect(Collectors.toUnmodifiableMap(language -> language, language -> new ConsentReader(List.of(language))));
    private static final ConsentReader ANY = new ConsentReader(List.of("en", "de", "es"));

    private final Pattern yes;
    private final Pattern no;
    private final Pattern unclear;
    private final Pattern asks;
    private final Pattern changes;

    private ConsentReader(List<String> languages) {
        List<ConsentWords> words = languages.stream().map(ConsentWords::of).toList();
        String filler = any(words.stream().map(ConsentWords::filler));
        String agreed = any(words.stream().map(ConsentWords::yes));
        String refused = any(words.stream().map(ConsentWords::no));
        yes = onlyOf(agreed, filler);
        no = onlyOf(refused, filler);
        unclear = Pattern.compile("(" + any(words.stream().map(ConsentWords::unclear)) + "|" + filler + "|" + agreed + "| )*");
        asks = Pattern.compile("(^|.* )(" + any(words.stream().map(ConsentWords::asks)) + ")( .*|$)");
        changes = Pattern.compile("(^|.* )(" + any(words.stream().map(ConsentWords::changes)) + "|\\S*[0-9]\\S*)( .*|$)");
    }

    /** The reader for a language; for one that is not known, a reader of all that are. */
    public static ConsentReader of(String language) {
        return READERS.getOrDefault(language, ANY);
    }

    /** What the words mean, said directly after a proposal. */
    public Consent read(String said) {
        String plain = plain(said);
        boolean question = said.indexOf('?') >= 0;
        if (!question && yes.matcher(plain).matches()) {
            return Consent.YES;
        }
        if (!question && no.matcher(plain).matches()) {
            return Consent.NO;
        }
        if (unclear.matcher(plain).matches()) {
            return Consent.UNCLEAR;
        }
        boolean asked = question || asks.matcher(plain).matches();
        return asked && !changes.matcher(plain).matches() ? Consent.DIGRESSION : Consent.OTHER;
    }

    private static Pattern onlyOf(String wanted, String filler) {
        return Pattern.compile("((" + filler + ") )*(" + wanted + ")( (" + wanted + "|" + filler + "))*");
    }

    private static String any(Stream<String> alternatives) {
        return alternatives.collect(Collectors.joining("|"));
    }

    /** Small letters with single spaces; apostrophes are dropped, so that "that's" and "thats" are the same. */
    private static String plain(String said) {
        return said.toLowerCase(Locale.ROOT).replaceAll("['’]", "").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
