package switchboard.company;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.cm.json.io.Configurations;
import switchboard.api.company.CompanyProblem;

/**
 * The text of one company's file: JSON with comments, as Config Admin's JSON format has it. Immutable.
 *
 * @param file its name, for messages
 */
record CompanyText(String file, String text) {

    /** Where Johnzon says that it stopped; comments have left their line breaks behind. */
    private static final Pattern PLACE = Pattern.compile("(.*?)( \\(Codepoint.*)? on \\[lineNumber=(-?\\d+).*", Pattern.DOTALL);

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cs}\ufeff]");
    private static final Pattern UNEXPECTED = Pattern.compile("Unexpected character '(.)'.*", Pattern.DOTALL);
    /** A configuration is an object with lists in it. The parser is recursive: of much more it dies. */
    private static final int DEEPEST = 20;

    private static final int MOST_DIGITS = 200;
    private static final Pattern NUMBER_WITHOUT_END = Pattern.compile("[0-9]{%d}".formatted(MOST_DIGITS + 1));

    /** What some editors write before a text in UTF-8; it is none of it (RFC 8259, section 8.1). */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final Pattern NULL = Pattern.compile(":\\s*null\\b");

    CompanyText {
        text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    /** An object where a value is expected. The parser would make a text of it, which no one has meant. */
    private record Nested(String json) {

        static Nested of(Object value) {
            return new Nested(value instanceof Object[] entries ? Arrays.toString(entries) : value.toString());
        }

        @Override
        public String toString() {
            return json;
        }
    }

    /** The text is no JSON object, or not yet. */
    static final class NotJsonException extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Optional<Integer> line;

        NotJsonException(String reason, Optional<Integer> line) {
            super(reason);
            this.line = line;
        }

        NotJsonException(Exception cause) {
            super("this is not JSON%s: ".formatted(String.valueOf(cause.getMessage()).contains("no root object") ? " of a company" : "") + visible(reason(String.valueOf(cause.getMessage()))), cause);
            Matcher place = PLACE.matcher(String.valueOf(cause.getMessage()));
            line = place.matches() && !place.group(3).startsWith("-") ? Optional.of(Integer.valueOf(place.group(3))) : Optional.empty();
        }

        private static String visible(String reason) {
            return UNSEEN.matcher(reason.replaceAll("[\\r\\n]+", "end of line")).replaceAll(unseen -> "U+%04X".formatted((int) unseen.group().charAt(0)));
        }

        private static String reason(String message) {
            if (message.contains("Nothing to read")) {
                return "the file is empty; the smallest company is {\"name\": \"Acme\"}";
            }
            if (message.contains("no root object")) {
                return "a company is one object in braces, such as {\"name\": \"Acme\"}";
            }
            if (message.contains("End of file")) {
                return "the text ends too early";
            }
            String whole = message.replaceFirst("^Invalid JSON ", "");
            Matcher place = PLACE.matcher(whole);
            String reason = place.matches() ? place.group(1) : whole;
            Matcher unexpected = UNEXPECTED.matcher(reason);
            return unexpected.matches() ? reason + "; " + remedy(unexpected.group(1).charAt(0)) : reason;
        }

        /** What people mostly have done who see this. */
        private static String remedy(char unexpected) {
            return switch (unexpected) {
                case '"' -> "a comma is missing before it";
                case '}', ']' -> "there is a comma too many before it, or a value is missing";
                case '\n', '\r' -> "a quotation mark is missing on this line";
                case '\'' -> "texts stand in double quotation marks";
                case '\u201c', '\u201d', '\u201e', '\u2018', '\u2019', '\u00ab', '\u00bb' -> "texts stand in straight quotation marks, such as \"Acme\"";
                case '{' -> "a company is one object in braces, and no other follows it";
                case '\t' -> "within a text a tab is written as \\t";
                case '#' -> "a comment begins with //";
                default -> Character.isISOControl(unexpected) ? "delete it; it cannot be seen" : Character.isDigit(unexpected) ? "a number has a point, not a comma, and no leading zero"
                        : "only true, false and numbers stand without quotation marks";
            };
        }
    }

    /** Keys and values; texts, numbers, truth values and arrays of them. */
    Hashtable<String, Object> values() throws NotJsonException {
        if (NUMBER_WITHOUT_END.matcher(text).find()) {
            throw new NotJsonException("this is not JSON of a company: a number has more than %d digits".formatted(MOST_DIGITS), Optional.empty());
        }
        JsonLines lines = new JsonLines(text);
        if (lines.deepest() > DEEPEST) {
            throw new NotJsonException("this is not JSON of a company: more than %d brackets are open at once; one is not closed, or nobody can mean that".formatted(DEEPEST), Optional.empty());
        }
        try {
            Hashtable<String, Object> read =
                    Configurations.buildReader().verifyAsBundleResource(false).build(new StringReader(text)).readConfiguration();
            if (read == null) {
                throw unfit();
            }
            Set<String> nested = lines.nested();
            Hashtable<String, Object> values = new Hashtable<>();
            Collections.list(read.keys()).forEach(key -> values.put(key, nested.contains(key) ? Nested.of(read.get(key)) : read.get(key)));
            return values;
        } catch (IOException | RuntimeException e) {
            // Johnzon throws what it likes: IllegalStateException for an empty text, ClassCastException for an array.
            throw lines.unclosed().map(CompanyText::halfWritten).or(() -> FormatComplaint.of(e).map(complaint -> complaint.inOurWords(lines)))
                    .orElseGet(() -> new NotJsonException(e));
        }
    }

    private static NotJsonException halfWritten(JsonLines.Unclosed unclosed) {
        return new NotJsonException("this is not JSON: the text ends within %s, as if only half of the file had been written".formatted(unclosed.what()),
                Optional.of(unclosed.line()));
    }

    /** The parser gives up without a word when a value is null. */
    private NotJsonException unfit() {
        Matcher nothing = NULL.matcher(text);
        Optional<Integer> line = nothing.find() ? Optional.of(1 + (int) text.substring(0, nothing.end()).chars().filter(c -> c == '\n').count()) : Optional.empty();
        return new NotJsonException("a value is null, or of a kind that no configuration has; leave the key out instead", line);
    }

    /** @throws InvalidCompanyException if a key is given twice */
    void requireEachKeyOnce() throws InvalidCompanyException {
        JsonLines lines = new JsonLines(text);
        List<Mistake> mistakes = lines.twice().entrySet().stream().map(key -> new Mistake(key.getKey(),
                "'%s' is given twice, on lines %d and %d".formatted(key.getKey(), lines.of(key.getKey()).orElseThrow(), key.getValue()))).toList();
        if (!mistakes.isEmpty()) {
            throw new InvalidCompanyException(mistakes);
        }
    }

    List<CompanyProblem> problems(String id, NotJsonException e) {
        return List.of(new CompanyProblem(id, source(e.line), e.getMessage()));
    }

    List<CompanyProblem> problems(String id, List<Mistake> mistakes) {
        JsonLines lines = new JsonLines(text);
        return mistakes.stream().map(mistake -> new CompanyProblem(id, source(lines.of(mistake.key())), mistake.message())).toList();
    }

    private String source(Optional<Integer> line) {
        return file + line.map(number -> ":" + number).orElse("");
    }
}
