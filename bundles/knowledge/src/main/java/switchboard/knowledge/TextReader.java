package switchboard.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a Markdown or text file into passages: a list item (with the line "Please bring:" above the list), a line such as
 * "Phone: 12 34", a row of a table, a paragraph, or each sentence of a long one. Headings, whichever way they are written, and
 * questions are no passages; they say what the passages below them are about, which helps to find them but is not spoken.
 * Reads one file; confined to one thread.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark</a>
 * @see <a href="https://github.github.com/gfm/#tables-extension-">tables of GitHub's Markdown</a>
 */
final class TextReader {

    private static final Pattern HEADING = Pattern.compile("(#+)\\s*(.*?)[\\s#]*");
    /** A line below a heading, CommonMark 4.3; "---" alone is also a break. */
    private static final Pattern UNDERLINE = Pattern.compile("={3,}|-{3,}");
    /** "**Parking**", or a line in capitals. */
    private static final Pattern EMPHASISED = Pattern.compile("\\*\\*([^*.!?]{3,60})\\*\\*:?|(?=\\P{Ll}*\\p{Lu}{3})([\\p{Lu}' &/-]{3,60}):?");
    /** A longer line in capitals with nothing below it is no heading: "DOGS ARE NOT ALLOWED"; of one in bold, "**Booking and cancelling**" is one. */
    private static final int WORDS_ABOVE_NOTHING = 2;
    private static final int BOLD_WORDS_ABOVE_NOTHING = 4;
    private static final int LONGEST_HEADING = 60;
    /** "Key & String", alone in the first line of a file. */
    private static final Pattern TITLE = Pattern.compile("\\p{Lu}[\\p{L}'’]*(?: (?:\\p{Lu}[\\p{L}'’]*|&|and|of|the|at|in|on)){0,4}");
    /** "In the price", right above a list: no sentence, and nothing that the items would end. */
    private static final Pattern ABOVE_LIST = Pattern.compile("\\p{Lu}[^.,:;!?|\\s]*(?: [^.,:;!?|\\s]+){0,3}");
    private static final Pattern ITEM = Pattern.compile("(?:[-*+•]|\\d+[.)])\\s+(.*)");
    /** What stands above a list whose items say nothing without it. */
    private static final Pattern LEAD = Pattern.compile(".{3,80}:");
    /** "Phone: 12 34", but no sentence with a colon in it, and not "A: yes". */
    private static final Pattern LABELLED = Pattern.compile("\\p{Lu}[^.:;!?]{2,38}:\\s+\\S.*");
    /** "Q: …", "**May I bring a dog?**", or a line that is nothing but a question. */
    private static final Pattern QUESTION = Pattern.compile("(?:(?:Q|F|P|Question|Frage|Pregunta)\\s*[:.)]\\s*(.*)|\\*\\*(.*\\?)\\*\\*|(¿?\\p{Lu}[^.!?]*\\?))");
    private static final Pattern ANSWER = Pattern.compile("(?:A|R|Answer|Antwort|Respuesta)\\s*[:.)]\\s+(.*)");
    private static final Pattern ROW = Pattern.compile("\\|.*\\|");
    /** A field of the line between the headings and the rows of a table. */
    private static final Pattern RULE = Pattern.compile(":?-+:?");

    private final List<Document.Section> passages = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private String question = "";
    private String lead = "";
    private boolean inItem;

    List<Document.Section> read(String markdown) throws UnreadableException {
        List<String> lines = markdown.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
            if (!ROW.matcher(line).matches()) {
                closeTable();
            }
            boolean alone = open.isEmpty();
            if (line.isEmpty()) {
                closeParagraph();
            } else if (alone && UNDERLINE.matcher(next).matches() && line.length() <= LONGEST_HEADING && !ITEM.matcher(line).matches()) {
                head(next.startsWith("=") ? 1 : 2, line);
                i++;
            } else if (UNDERLINE.matcher(line).matches()) {
                close();
            } else {
                take(line, alone, next);
            }
        }
        closeTable();
        close();
        return List.copyOf(passages);
    }

    private void take(String line, boolean alone, String next) {
        Matcher heading = HEADING.matcher(line);
        Matcher emphasised = EMPHASISED.matcher(line);
        Matcher asked = QUESTION.matcher(line);
        Matcher item = ITEM.matcher(line);
        if (heading.matches()) {
            head(heading.group(1).length(), heading.group(2));
        } else if (ROW.matcher(line).matches()) {
            close();
            rows.add(Arrays.stream(line.substring(1, line.length() - 1).split("(?<!\\\\)\\|", -1)).map(cell -> bare(cell.replace("\\|", "|"))).toList());
        } else if (open.isEmpty() && asked.matches()) {
            question = asked.group(1) != null ? asked.group(1) : asked.group(2) != null ? asked.group(2) : asked.group(3);
            lead = "";
        } else if (alone && emphasised.matches() && (!next.isEmpty() || line.split("\\s+").length <= (emphasised.group(1) != null ? BOLD_WORDS_ABOVE_NOTHING : WORDS_ABOVE_NOTHING))) {
            head(2, emphasised.group(1) != null ? emphasised.group(1) : sentenceCase(emphasised.group(2)));
        } else if (alone && isBareHeading(line, next)) {
            head(next.isEmpty() ? 1 : 2, line);
        } else if (item.matches()) {
            openLead();
            close();
            open.append(lead.isEmpty() ? "" : lead + " ").append(item.group(1));
            inItem = true;
        } else if (LABELLED.matcher(line).matches()) {
            close();
            lead = "";
            open.append(line);
        } else {
            Matcher answer = ANSWER.matcher(line);
            lead = alone ? "" : lead;
            open.append(alone ? "" : " ").append(alone && answer.matches() ? answer.group(1) : line);
        }
    }

    private boolean isBareHeading(String line, String next) {
        boolean first = passages.isEmpty() && headings.isEmpty() && lead.isEmpty();
        return first && next.isEmpty() && TITLE.matcher(line).matches() || ITEM.matcher(next).matches() && ABOVE_LIST.matcher(line).matches();
    }

    private void head(int level, String text) {
        close();
        while (headings.size() >= level) {
            headings.remove(headings.size() - 1);
        }
        headings.add(bare(text));
        question = "";
        lead = "";
    }

    /** What is open and ends with a colon is said with each item of the list that follows. */
    private void openLead() {
        if (leads()) {
            lead = bare(open.toString());
            open.setLength(0);
        }
    }

    /** The outermost heading names the house if there are others below it: it tells nothing of a passage. */
    private String topic() {
        String inner = String.join(": ", headings.size() > 1 ? headings.subList(1, headings.size()) : headings);
        return question.isEmpty() ? inner : question;
    }

    private boolean leads() {
        return !inItem && LEAD.matcher(bare(open.toString())).matches();
    }

    /** After "Please bring:" the list may follow behind an empty line. */
    private void closeParagraph() {
        if (!leads()) {
            close();
        }
    }

    private void close() {
        String text = bare(open.toString());
        open.setLength(0);
        inItem = false;
        if (!text.isEmpty()) {
            List<String> pieces = Sentences.pieces(text);
            for (int i = 0; i < pieces.size(); i++) {
                passages.add(new Document.Section(topic(), pieces.get(i), i == 0 ? "" : pieces.get(i - 1), i + 1 == pieces.size() ? "" : pieces.get(i + 1)));
            }
        }
    }

    /** Lines between bars without a rule below the first are no table, but lines. */
    private void closeTable() throws UnreadableException {
        if (rows.size() > 1 && rows.get(1).stream().allMatch(cell -> RULE.matcher(cell).matches())) {
            rows.remove(1);
            passages.addAll(Table.sections(topic(), rows));
        } else {
            rows.forEach(row -> passages.add(new Document.Section(topic(), String.join(", ", row.stream().filter(cell -> !cell.isEmpty()).toList()))));
        }
        rows.clear();
    }

    private static String bare(String text) {
        return text.replaceAll("[*_`]+", "").strip();
    }

    private static String sentenceCase(String capitals) {
        String lower = capitals.strip().toLowerCase(Locale.ROOT);
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }
}
