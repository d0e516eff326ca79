package switchboard.company;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys and values of one configuration, read with their types and ranges. Every key that is read is a known one; what
 * remains unread is a mistake, see {@link #requireNothingElse()}.
 */
final class Settings {

    private final Map<String, Object> values;
    private final Set<String> known = new TreeSet<>();

    /** @param values by key; keys of the configuration framework itself are left out */
    Settings(Map<String, Object> values) {
        this.values = values;
    }

    String text(String key) throws InvalidCompanyException {
        return optionalText(key).orElseThrow(() -> new InvalidCompanyException(key, "'%s' is missing; it must be a text".formatted(key)));
    }

    String text(String key, String otherwise) throws InvalidCompanyException {
        return optionalText(key).orElse(otherwise);
    }

    Optional<String> optionalText(String key) throws InvalidCompanyException {
        known.add(key);
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || text.isBlank()) {
            throw refused(key, value, "a text that is not empty");
        }
        return Optional.of(text.strip());
    }

    int integer(String key, int otherwise, int min, int max) throws InvalidCompanyException {
        double number = number(key, otherwise, min, max);
        if (number != Math.rint(number)) {
            throw refused(key, values.get(key), "a whole number from %d to %d".formatted(min, max));
        }
        return (int) number;
    }

    double number(String key, double otherwise, double min, double max) throws InvalidCompanyException {
        known.add(key);
        Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Number number) || !(number.doubleValue() >= min && number.doubleValue() <= max)) {
            throw refused(key, value, "a number from %s to %s".formatted(plain(min), plain(max)));
        }
        return number.doubleValue();
    }

    /** Refuses keys that nobody asked for, naming the nearest one that exists. */
    void requireNothingElse() throws InvalidCompanyException {
        for (String key : new TreeSet<>(values.keySet())) {
            if (!known.contains(key)) {
                String nearest = known.stream().min(Comparator.comparingInt(candidate -> distance(candidate, key))).orElse("");
                throw new InvalidCompanyException(key, "unknown key '%s'; did you mean '%s'?".formatted(key, nearest));
            }
        }
    }

    static InvalidCompanyException refused(String key, Object value, String allowed) {
        return new InvalidCompanyException(key, "'%s' is '%s'; it must be %s".formatted(key, value, allowed));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** Levenshtein's distance: how many letters must be changed, inserted or removed. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
