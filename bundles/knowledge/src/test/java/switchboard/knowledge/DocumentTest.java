package switchboard.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import switchboard.knowledge.Document.Section;

class DocumentTest {

    @Test
    void items_and_paragraphs_are_passages_and_headings_their_topic() throws Exception {
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
    void an_empty_file_has_no_passages() throws Exception {
        assertThat(Document.parse("empty.md", "\n\n# Only a heading\n").passages()).isEmpty();
    }

    @Test
    void a_table_in_markdown_is_read_row_by_row() throws Exception {
        assertThat(passages("""
                # Salon
                ## Prices
                | Service | Price | Takes |
                |:--------|------:|-------|
                | Cut | **25 €** | 30 minutes |
                | Beard \\| moustache | 9 € | |

                Tips are welcome.
                """)).containsExactly(new Section("Prices, Price", "Cut: 25 €, Takes 30 minutes"), new Section("Prices, Price", "Beard | moustache: 9 €"), new Section("Prices", "Tips are welcome."));
    }

    @Test
    void lines_between_bars_that_are_no_table_are_lines() throws Exception {
        assertThat(passages("| Cut | 25 € |\n| Beard | 9 € |\n")).containsExactly(new Section("", "Cut, 25 €"), new Section("", "Beard, 9 €"));
    }

    @Test
    void a_short_line_in_bold_is_a_heading_though_nothing_stands_right_below_it() throws Exception {
        assertThat(passages("**Booking and cancelling**\n\nPay when you book.\n\n**No dogs are allowed in here**\n\nThanks.\n"))
                .extracting(Document.Section::inContext)
                .containsExactly("Booking and cancelling: Pay when you book.", "Booking and cancelling: No dogs are allowed in here", "Booking and cancelling: Thanks.");
    }

    @Test
    void headings_may_be_underlined_in_capitals_or_bold() throws Exception {
        assertThat(passages("The House\n=========\nParking\n-------\nBehind it.\n\nOPENING HOURS\nFrom nine.\n\n**Dogs**\n\nThey wait outside.\n\nDOGS ARE NOT ALLOWED\n"))
                .containsExactly(new Section("Parking", "Behind it."), new Section("Opening hours", "From nine."), new Section("Dogs", "They wait outside."), new Section("Dogs", "DOGS ARE NOT ALLOWED"));
    }

    @Test
    void a_few_words_right_above_a_list_or_alone_in_the_first_line_are_a_heading() throws Exception {
        assertThat(passages("The House\n\nWe let desks.\n\nIn the price\n- coffee\n- wifi\n\nRooms\n- Crow's Nest: four people\n"))
                .extracting(Document.Section::inContext).containsExactly("The House: We let desks.", "In the price: coffee", "In the price: wifi", "Rooms: Crow's Nest: four people");
    }

    @Test
    void a_sentence_above_a_list_is_none() throws Exception {
        assertThat(passages("We have desks.\n- Tea is free.\n")).containsExactly(new Section("", "We have desks."), new Section("", "Tea is free."));
    }

    @Test
    void items_are_said_with_the_line_above_their_list() throws Exception {
        assertThat(passages("You may not bring:\n\n- glass bottles\n- knives\n\nEverything else is welcome.\n\n- Tea is free.\n"))
                .containsExactly(new Section("", "You may not bring: glass bottles"), new Section("", "You may not bring: knives"), new Section("", "Everything else is welcome."), new Section("", "Tea is free."));
    }

    private static List<Section> passages(String text) throws UnreadableException {
        return Document.parse("house.md", text).passages();
    }
}
