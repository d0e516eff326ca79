package switchboard.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * A Markdown or text file as passages: every list item and every paragraph is one. Headings are no passages; they say what
 * the passages below them are about, which helps to find them but is not spoken.
 *
 * @param source   path relative to the company's folder
 * @param passages in the order of the file
 */
record Document(String source, List<Section> passages) {

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
        String topic = "";
        for (String line : markdown.lines().toList()) {
            String text = line.strip();
            boolean heading = text.startsWith("#");
            boolean item = text.matches("([-*+]|\\d+[.)])\\s.*");
            if (text.isEmpty() || heading || item) {
                close(passages, topic, open);
            }
            if (heading) {
                topic = text.replaceFirst("^#+\\s*", "");
            } else {
                open.append(' ').append(item ? text.replaceFirst("^\\S+\\s+", "") : text);
            }
        }
        close(passages, topic, open);
        return new Document(source, List.copyOf(passages));
    }

    private static void close(List<Section> passages, String topic, StringBuilder open) {
        String text = open.toString().replaceAll("[*_`]+", "").strip();
        open.setLength(0);
        if (!text.isEmpty()) {
            passages.add(new Section(topic, text));
        }
    }
}
