package switchboard.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void a_long_paragraph_is_found_sentence_by_sentence() {
        assertThat(Sentences.pieces("We are at 14 Castle Road. There are six parking spaces in the yard. They are free. Dr. Ford speaks Danish."))
                .containsExactly("We are at 14 Castle Road.", "There are six parking spaces in the yard. They are free.", "Dr. Ford speaks Danish.");
    }

    @Test
    void what_is_said_of_them_stays_with_what_they_are() {
        assertThat(Sentences.pieces("The evenings are held on Tuesday. There are eight of them. The test is online."))
                .containsExactly("The evenings are held on Tuesday. There are eight of them.", "The test is online.");
    }

    @Test
    void an_answer_is_said_with_the_question_before_it() {
        assertThat(Sentences.pieces("Why does it smoke into the room? Usually damp wood, or a window that is too tight. We sweep all kinds of flues."))
                .containsExactly("Why does it smoke into the room? Usually damp wood, or a window that is too tight.", "We sweep all kinds of flues.");
    }

    @Test
    void two_sentences_are_said_in_one_breath() {
        assertThat(Sentences.pieces("We open at five. Dogs are welcome.")).hasSize(1);
    }

    @Test
    void the_pieces_of_a_paragraph_know_their_neighbours() throws Exception {
        assertThat(Document.parse("trips.md", "We sail every single day. Lunch is served on Sunday. Dogs are welcome.\n\nNobody smokes.\n").passages())
                .containsExactly(new Document.Section("", "We sail every single day.", "", "Lunch is served on Sunday."), new Document.Section("", "Lunch is served on Sunday.", "We sail every single day.", "Dogs are welcome."),
                        new Document.Section("", "Dogs are welcome.", "Lunch is served on Sunday.", ""), new Document.Section("", "Nobody smokes."));
    }

    @Test
    void a_question_is_the_topic_of_its_answer() throws Exception {
        assertThat(Document.parse("faq.txt", "Q: How can I pay?\nA: By card or bank transfer.\n").passages())
                .containsExactly(new Document.Section("How can I pay?", "By card or bank transfer."));
    }

    @Test
    void a_line_with_a_label_is_a_fact_of_its_own() throws Exception {
        assertThat(Document.parse("shop.md", "# Shop\n## Contact\nPhone: 12 34 56\nWeb: www.shop.example\n").passages())
                .containsExactly(new Document.Section("Contact", "Phone: 12 34 56"), new Document.Section("Contact", "Web: www.shop.example"));
    }
}
