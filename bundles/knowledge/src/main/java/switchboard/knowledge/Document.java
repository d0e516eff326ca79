package switchboard.knowledge;

import java.util.List;

/**
 * A file as passages, each of which can be said alone.
 *
 * @param source   path relative to the company's folder
 * @param passages in the order of the file
 */
record Document(String source, List<Section> passages) {

    /**
     * A passage.
     *
     * @param topic  the headings above it, outermost first; empty if there are none
     * @param before the passage before it in the same paragraph; empty if there is none
     * @param after  the passage after it in the same paragraph; empty if there is none
     */
    record Section(String topic, String text, String before, String after) {

        /** A passage that is a paragraph by itself. */
        Section(String topic, String text) {
            this(topic, text, "", "");
        }

        /** What it is found by. */
        String inContext() {
            return topic.isEmpty() ? text : topic + ": " + text;
        }
    }

    /** @throws UnreadableException if a table in it would grow beyond measure */
    static Document parse(String source, String markdown) throws UnreadableException {
        return new Document(source, new TextReader().read(markdown));
    }
}
