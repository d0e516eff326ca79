package switchboard.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown or text file as passages: a list item, a line such as "Phone: 12 34", a paragraph, or each sentence of a long
 * one. Headings and questions are no passages; they say what the passages below them are about, which helps to find them but
 * is not spoken.
 *
 * @param source   path relative to the company's folder
 * @param passages in the order of the file
 */
record Document(String source, List<Section> passages) {

    private static final Pattern HEADING = Pattern.compile("(#+)\\s*(.*?)[\\s#]*");
    private static final Pattern ITEM = Pattern.compile("(?:[-*+•]|\\d+[.)])\\s+(.*)");
    /** "Phone: 12 34", but no sentence with a colon in it, and not "A: yes". */
    private static final Pattern LABELLED = Pattern.compile("\\p{Lu}[^.:;!?]{2,38}:\\s+\\S.*");
    /** "Q: …", "**May I bring a dog?**", or a line that is nothing but a question. */
    private static final Pattern QUESTION = Pattern.compile("(?:(?:Q|F|P|Question|Frage|Pregunta)\\s*[:.)]\\s*(.*)|\\*\\*(.*\\?)\\*\\*|(¿?\\p{Lu}[^.!?]*\\?))");
    private static final Pattern ANSWER = Pattern.compile("(?:A|R|Answer|Antwort|Respuesta)\\s*[:.)]\\s+(.*)");

    /** A passage and the headings above it, outermost first; empty if there are none. */
    record Section(String topic, String text) {

        /** What it is found by. */
        String inContext() {
            return topic.isEmpty() ? text : topic + ": " + text;
        }
    }

    static Document parse(String source, String markdown) {
        List<Section> passages = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        List<String> headings = new ArrayList<>();
        String question = "";
        for (String line : markdown.lines().toList()) {
            String text = line.strip();
            Matcher heading = HEADING.matcher(text);
            Matcher asked = QUESTION.matcher(text);
            Matcher item = ITEM.matcher(text);
            if (text.isEmpty()) {
                close(passages, topic(headings, question), open);
            } else if (heading.matches()) {
                close(passages, topic(headings, question), open);
                while (headings.size() >= heading.group(1).length()) {
                    headings.remove(headings.size() - 1);
                }
                headings.add(heading.group(2));
                question = "";
            } else if (open.isEmpty() && asked.matches()) {
                question = asked.group(1) != null ? asked.group(1) : asked.group(2) != null ? asked.group(2) : asked.group(3);
            } else if (item.matches() || LABELLED.matcher(text).matches()) {
                close(passages, topic(headings, question), open);
                open.append(item.matches() ? item.group(1) : text);
            } else {
                Matcher answer = ANSWER.matcher(text);
                String told = open.isEmpty() && answer.matches() ? answer.group(1) : text;
                open.append(' ').append(told);
            }
        }
        close(passages, topic(headings, question), open);
        return new Document(source, List.copyOf(passages));
    }

    /** The outermost heading names the house if there are others below it: it tells nothing of a passage. */
    private static String topic(List<String> headings, String question) {
        String inner = String.join(": ", headings.size() > 1 ? headings.subList(1, headings.size()) : headings);
        return question.isEmpty() ? inner : question;
    }

    private static void close(List<Section> passages, String topic, StringBuilder open) {
        String text = open.toString().replaceAll("[*_`]+", "").strip();
        open.setLength(0);
        if (!text.isEmpty()) {
            Sentences.pieces(text).forEach(piece -> passages.add(new Section(topic, piece)));
        }
    }
}
