package switchboard.company;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The keys of a company in the order of {@link CompanyConfiguration}. Immutable.
 *
 * <p>They are read from the metatype resource that bnd made of the annotations, the very one that the framework shows: what
 * validation, reference and schema say cannot differ from it. (The annotations themselves are gone at run time, and a
 * table of our own would be a second source.)
 */
final class Keys {

    /** The bundle's own. */
    static final Keys COMPANY = read("/OSGI-INF/metatype/" + ConfiguredCompanies.PID + ".xml");

    private static final int LONGEST_ID = 60;

    private final Map<String, Key> keys = new LinkedHashMap<>();

    private Keys(List<Key> keys) {
        keys.forEach(key -> this.keys.put(key.id(), key));
    }

    List<Key> all() {
        return List.copyOf(keys.values());
    }

    Optional<Key> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** @throws IllegalArgumentException if there is no such key: a mistake of ours */
    Key get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no such key: " + id));
    }

    /** The id that looks most like this one, or has most of its words; empty if none does. */
    Optional<String> nearest(String id) {
        if (id.length() > LONGEST_ID) {
            return Optional.empty();
        }
        String lower = id.toLowerCase(Locale.ROOT);
        Comparator<String> byWords = Comparator.comparingLong(candidate -> -commonWords(candidate, lower));
        return keys.keySet().stream().filter(candidate -> commonWords(candidate, lower) > 0 || distance(candidate, lower) <= Math.max(2, lower.length() / 3))
                .min(byWords.thenComparingInt(candidate -> distance(candidate, lower)));
    }

    private static long commonWords(String a, String b) {
        Set<String> words = Set.of(a.split("\\."));
        return Arrays.stream(b.split("[._-]")).distinct().filter(words::contains).count();
    }

    private static Keys read(String resource) {
        try (InputStream xml = Keys.class.getResourceAsStream(resource)) {
            if (xml == null) {
                throw new IllegalStateException("no " + resource + " in the bundle: it is made by the build");
            }
            NodeList nodes = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getElementsByTagName("AD");
            return new Keys(IntStream.range(0, nodes.getLength()).mapToObj(i -> key((Element) nodes.item(i))).toList());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("cannot read " + resource, e);
        }
    }

    private static Key key(Element ad) {
        String id = ad.getAttribute("id");
        Key.Type type = Key.Type.valueOf(ad.getAttribute("type").toUpperCase(Locale.ROOT));
        List<String> defaults = ad.hasAttribute("default") ? split(ad.getAttribute("default")) : List.of();
        boolean required = defaults.isEmpty() && !"false".equals(ad.getAttribute("required"));
        Optional<Double> min = number(ad, "min");
        Optional<Double> max = number(ad, "max");
        Optional<Form> form = form(id);
        return new Key(id, ad.getAttribute("description"), type, ad.hasAttribute("cardinality") && !"0".equals(ad.getAttribute("cardinality")),
                required, defaults, min, max, form.map(Form::pattern).map(Pattern::compile),
                form.map(Form::says).orElseGet(() -> allowed(type, min, max)), form.map(Form::examples).map(List::of).orElse(List.of()));
    }

    private static Optional<Double> number(Element ad, String attribute) {
        return Optional.of(ad.getAttribute(attribute)).filter(text -> !text.isEmpty()).map(Double::valueOf);
    }

    private static Optional<Form> form(String id) {
        try {
            return Optional.ofNullable(CompanyConfiguration.class.getDeclaredMethod(id.replace('.', '_')).getAnnotation(Form.class));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("the metatype resource is older than CompanyConfiguration: build clean", e);
        }
    }

    private static String allowed(Key.Type type, Optional<Double> min, Optional<Double> max) {
        String range = min.isPresent() && max.isPresent() ? " from %s to %s".formatted(Key.plain(min.get()), Key.plain(max.get())) : "";
        return switch (type) {
            case STRING -> "a text that is not empty";
            case BOOLEAN -> "true or false";
            case INTEGER -> "a whole number" + range;
            case DOUBLE -> "a number" + range;
        };
    }

    /** Metatype separates defaults by commas, and escapes those that are meant: Metatype Service Specification, 105.7. */
    private static List<String> split(String defaults) {
        List<String> all = new ArrayList<>();
        StringBuilder one = new StringBuilder();
        for (int i = 0; i < defaults.length(); i++) {
            char c = defaults.charAt(i);
            if (c == '\\' && i + 1 < defaults.length()) {
                one.append(defaults.charAt(++i));
            } else if (c == ',') {
                all.add(one.toString());
                one.setLength(0);
            } else {
                one.append(c);
            }
        }
        all.add(one.toString());
        return all;
    }

    /** Levenshtein's distance: how many letters must be changed, inserted or removed. */
    private static int distance(String a, String b) {
        int[] row = IntStream.rangeClosed(0, b.length()).toArray();
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
