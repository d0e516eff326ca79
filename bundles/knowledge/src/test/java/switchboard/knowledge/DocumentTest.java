package switchboard.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import switchboard.knowledge.Document.Section;

class DocumentTest {

    @Test
    void items_and_paragraphs_are_passages_and_headings_their_topic() {
        Document document = Document.parse("house.md", """
                We are a restaurant
                by the river.

                # Opening hours
                - On Sunday we open at **noon**.
                * On Monday
                  we are closed.
                1. We serve `tapas`.
                """);

        assertThat(document.passages()).containsExactly(
                new Section("", "We are a restaurant by the river."),
                new Section("Opening hours", "On Sunday we open at noon."),
                new Section("Opening hours", "On Monday we are closed."),
                new Section("Opening hours", "We serve tapas."));
    }

    @Test
    void an_empty_file_has_no_passages() {
        assertThat(Document.parse("empty.md", "\n\n# Only a heading\n").passages()).isEmpty();
    }
}
