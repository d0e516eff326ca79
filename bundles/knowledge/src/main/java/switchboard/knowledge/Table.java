package switchboard.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table as passages, one for each row, as it would be said: what is in the first column, and then each other column by its heading, as in
 * "Haircut: 25 euros, time 30 minutes". A heading that tells the ear nothing is left out, and stands in the topic instead, which helps to find
 * the row: that of the only column of amounts of money ("price"), of notes, and of an only other column of sentences ("Cancelling: free until the day
 * before"). The topic of a CSV file's rows begins with the first column's heading.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class Table {

    /** What programs of various countries write between fields. */
    private static final String SEPARATORS = ",;\t";
    private static final int MOST_REPEATED = 4_000_000;
    /** From so many words on, on average, a column's fields say what they are. */
    private static final int SENTENCE_WORDS = 5;
    private static final Pattern AMOUNT = Pattern.compile("[€£$]|\\b(?:EUR|GBP|USD|euros?|pounds?|dollars?)\\b|\\d[.,]\\d\\d\\b|\\b(?:free|included|frei|kostenlos|gratis|inklusive|incluido)\\b", Pattern.CASE_INSENSITIVE);
    /** What stands above anything: it tells nothing of it. */
    private static final Pattern NOTES = Pattern.compile("(?:good to know|notes?|remarks?|comments?|details?|info(?:rmation)?|unit|hinweise?|anmerkung(?:en)?|bemerkung(?:en)?|einheit|notas?|observaci(?:ón|ones)|detalles?|unidad)", Pattern.CASE_INSENSITIVE);

    private Table() {
    }

    /** @throws UnreadableException if a quotation mark is not closed, or it would grow beyond measure */
    static Document parse(String source, String csv) throws UnreadableException {
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        List<List<String>> rows = rows(text, separator(text));
        if (rows.isEmpty()) {
            return new Document(source, List.of());
        }
        return new Document(source, sections(rows.get(0).get(0), rows));
    }

    /**
     * Its rows, said with their headings.
     *
     * @param topic of all of them
     * @param rows  the first of which has the headings
     * @throws UnreadableException if they would grow beyond measure
     */
    static List<Document.Section> sections(String topic, List<List<String>> rows) throws UnreadableException {
        List<String> headings = rows.get(0);
        // Each row is said with all headings: a long first row and many short ones would fill the memory.
        long repeated = (long) rows.size() * headings.stream().mapToInt(String::length).sum();
        if (repeated > MOST_REPEATED) {
            throw new UnreadableException("is not read: a table's headings, repeated with each of %d rows, have %d characters; %d are allowed. Split it, or shorten the headings"
                    .formatted(rows.size(), repeated, MOST_REPEATED));
        }
        List<List<String>> facts = rows.subList(1, rows.size());
        Set<Integer> silent = silent(headings, facts);
        String about = Stream.concat(Stream.of(topic), silent.stream().map(headings::get)).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return facts.stream().map(row -> sentence(headings, silent, row)).filter(sentence -> !sentence.isEmpty()).map(sentence -> new Document.Section(about, sentence)).toList();
    }

    /** The columns whose fields are said without their heading. */
    private static Set<Integer> silent(List<String> headings, List<List<String>> rows) {
        List<Integer> amounts = IntStream.range(1, headings.size()).filter(i -> areAmounts(column(i, rows))).boxed().toList();
        return IntStream.range(1, headings.size()).filter(i -> NOTES.matcher(headings.get(i)).matches() || amounts.equals(List.of(i)) || headings.size() == 2 && areSentences(column(i, rows)))
                .boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> column(int index, List<List<String>> rows) {
        return rows.stream().filter(row -> row.size() > index && !row.get(index).isEmpty()).map(row -> row.get(index)).toList();
    }

    private static boolean areAmounts(List<String> fields) {
        return !fields.isEmpty() && fields.stream().filter(field -> AMOUNT.matcher(field).find()).count() > fields.size() / 2;
    }

    private static boolean areSentences(List<String> fields) {
        return fields.stream().mapToInt(field -> field.split("\\s+").length).average().orElse(0) >= SENTENCE_WORDS;
    }

    private static String sentence(List<String> headings, Set<Integer> silent, List<String> row) {
        String said = IntStream.range(1, Math.min(row.size(), headings.size())).filter(i -> !row.get(i).isEmpty())
                .mapToObj(i -> silent.contains(i) ? row.get(i) : (headings.get(i) + " " + row.get(i)).strip()).collect(Collectors.joining(", "));
        String subject = row.get(0);
        return subject.isEmpty() || said.isEmpty() ? subject + said : subject + ": " + said;
    }

    /** The one that occurs most often in the first line. */
    private static char separator(String csv) {
        String first = csv.lines().findFirst().orElse("");
        return (char) SEPARATORS.chars().boxed().max(Comparator.comparingLong(separator -> count(first, separator))).orElseThrow().intValue();
    }

    private static long count(String line, int separator) {
        return line.chars().filter(c -> c == separator).count();
    }

    private static List<List<String>> rows(String csv, char separator) throws UnreadableException {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"' && quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                field.append(csv.charAt(++i));
            } else if (c == '"' && (quoted || field.toString().isBlank())) {
                quoted = !quoted;
            } else if (!quoted && c == separator) {
                row.add(clean(field));
            } else if (!quoted && c == '\n') {
                row.add(clean(field));
                add(rows, row);
                row = new ArrayList<>();
            } else {
                field.append(c);
            }
        }
        if (quoted) {
            throw new UnreadableException("a quotation mark is not closed; rows after it would be lost");
        }
        row.add(clean(field));
        add(rows, row);
        return rows;
    }

    private static void add(List<List<String>> rows, List<String> row) {
        if (row.stream().anyMatch(field -> !field.isEmpty())) {
            rows.add(row);
        }
    }

    private static String clean(StringBuilder field) {
        String text = field.toString().strip().replaceAll("\\s+", " ");
        field.setLength(0);
        return text;
    }
}
