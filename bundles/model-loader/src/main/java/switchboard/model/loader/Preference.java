package switchboard.model.loader;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/**
 * Which of two models is leased first; the smaller one is.
 *
 * @param demoted       it failed too often
 * @param ranking       the highest first
 * @param modelVersion  the newest first
 * @param bundleVersion the newest first
 * @param arrival       counts the models that came before it; the last first
 */
record Preference(boolean demoted, int ranking, Version modelVersion, Version bundleVersion, long arrival) implements Comparable<Preference> {

    private static final Pattern NUMBERS = Pattern.compile("v?(\\d{1,9}+)(?!\\d)(?:\\.(\\d{1,9}+)(?!\\d))?(?:\\.(\\d{1,9}+)(?!\\d))?(?:[.\\-_+ ]?(.*))");
    private static final Comparator<Preference> ORDER = Comparator.comparing(Preference::demoted)
            .thenComparing(Comparator.comparingInt(Preference::ranking).reversed())
            .thenComparing(Comparator.comparing(Preference::modelVersion).reversed())
            .thenComparing(Comparator.comparing(Preference::bundleVersion).reversed())
            .thenComparing(Comparator.comparingLong(Preference::arrival).reversed());

    @Override
    public int compareTo(Preference other) {
        return ORDER.compare(this, other);
    }

    /** A model's version as OSGi orders them: three numbers, then text; what does not start with a number is the oldest. */
    static Version version(String text) {
        Matcher matcher = NUMBERS.matcher(text.strip());
        if (!matcher.matches()) {
            return Version.emptyVersion;
        }
        return new Version(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)),
                matcher.group(4).replaceAll("[^A-Za-z0-9_-]", "_"));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
