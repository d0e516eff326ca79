package switchboard.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void each_row_is_a_passage_with_the_headings() throws Exception {
        assertThat(texts("""
                Service,price,time
                Haircut,25 euros,30 minutes
                Beard,,10 minutes
                Gift card

                """)).containsExactly("Haircut: 25 euros, time 30 minutes", "Beard: time 10 minutes", "Gift card");
    }

    @Test
    void sentences_are_said_without_the_heading_of_their_column() throws Exception {
        assertThat(texts("matter,rule\nCancelling,is free until two weeks before\nDeposit,30% when you order\n")).containsExactly("Cancelling: is free until two weeks before", "Deposit: 30% when you order");
    }

    @Test
    void fields_in_quotation_marks_may_hold_anything() throws Exception {
        assertThat(texts("a,b\r\n\"Soup, hot\",\"5 \"\"cups\"\"\nof it\"\r\n")).containsExactly("Soup, hot: b 5 \"cups\" of it");
    }

    @Test
    void other_programs_use_semicolons_or_tabs_and_mark_the_beginning() throws Exception {
        assertThat(texts("\uFEFFLeistung;Preis\nSchnitt;25,50 Euro")).containsExactly("Schnitt: 25,50 Euro");
        assertThat(texts("a\tb\nx\ty, z")).containsExactly("x: b y, z");
    }

    @Test
    void a_quotation_mark_that_is_not_closed_is_refused() {
        assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> texts("a,b\n\"x,y\nz,w"))
                .withMessageContaining("quotation mark is not closed");
    }

    @Test
    void headings_alone_and_nothing_at_all_have_no_passages() throws Exception {
        assertThat(texts("a,b")).isEmpty();
        assertThat(texts("")).isEmpty();
    }

    @Test
    void what_the_rows_are_stands_above_the_first_of_their_fields() throws Exception {
        assertThat(Table.parse("t.csv", "Ticket,Price\nAdult,£6").passages()).containsExactly(new Document.Section("Ticket, Price", "Adult: £6"));
    }

    @Test
    void a_heading_that_tells_the_ear_nothing_is_not_said_with_each_row() throws Exception {
        assertThat(Table.parse("t.csv", "What;Price;Note\nTen lessons;420 €;paid in advance\nTrial;free;\nCall-out;by arrangement;once\n").passages()).extracting(Document.Section::text)
                .containsExactly("Ten lessons: 420 €, paid in advance", "Trial: free", "Call-out: by arrangement, once");
        assertThat(texts("Artikel;Preis;Hinweis\nAnzug;16,50;ohne Hemd\n")).containsExactly("Anzug: 16,50, ohne Hemd");
        assertThat(texts("Artículo;Precio;Nota\nTraje;16,50 €;sin camisa\n")).containsExactly("Traje: 16,50 €, sin camisa");
    }

    @Test
    void of_several_amounts_each_is_said_with_its_heading() throws Exception {
        assertThat(texts("Machine,A day,A week\nMixer,£18,£60\n")).containsExactly("Mixer: A day £18, A week £60");
    }

    private static List<String> texts(String csv) throws UnreadableException {
        return Table.parse("t.csv", csv).passages().stream().map(Document.Section::text).toList();
    }
}
