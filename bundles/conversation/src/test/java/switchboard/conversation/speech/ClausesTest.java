package switchboard.conversation.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class ClausesTest {

    @Test
    void the_first_clause_is_cut_at_a_comma_and_later_ones_at_sentences() {
        assertThat(clauses("Yes, on Sunday we open at five, and we close at one. Our kitchen closes at eleven, by the way. Bye"))
                .containsExactly("Yes, on Sunday we open at five,", "and we close at one.", "Our kitchen closes at eleven, by the way.", "Bye");
    }

    @Test
    void abbreviations_numbers_and_initials_do_not_end_a_sentence() {
        assertThat(clauses("Dr. Meyer pays 12.50 to J. Smith at 7 p.m. today. Fine."))
                .containsExactly("Dr. Meyer pays 12.50 to J. Smith at 7 p.m. today.", "Fine.");
    }

    @Test
    void punctuation_alone_is_not_spoken() {
        assertThat(clauses("... ! — ")).isEmpty();
    }

    @Property(tries = 500)
    void no_word_is_lost_however_the_text_is_cut(@ForAll @StringLength(max = 600) @CharRange(from = ' ', to = 'z') String text) {
        Clauses whole = new Clauses();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < text.length(); i += 7) {
            parts.addAll(whole.accept(text.substring(i, Math.min(text.length(), i + 7))));
        }
        whole.end().ifPresent(parts::add);

        assertThat(letters(String.join("", parts))).isEqualTo(letters(text));
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static List<String> clauses(String text) {
        Clauses clauses = new Clauses();
        List<String> all = new ArrayList<>(clauses.accept(text));
        clauses.end().ifPresent(all::add);
        return all;
    }
}
