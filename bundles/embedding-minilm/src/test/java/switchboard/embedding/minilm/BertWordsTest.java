package switchboard.embedding.minilm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BertWordsTest {

    @Test
    void words_are_lower_case_and_without_accents() {
        assertThat(BertWords.of("Caf\u00e9 JALAPE\u00d1O \u00dcber")).containsExactly("cafe", "jalapeno", "uber");
    }

    @Test
    void punctuation_stands_alone() {
        assertThat(BertWords.of("it's $24.75, isn\u2019t it?"))
                .containsExactly("it", "'", "s", "$", "24", ".", "75", ",", "isn", "\u2019", "t", "it", "?");
    }

    @Test
    void symbols_beyond_ascii_stay_in_their_word() {
        assertThat(BertWords.of("\u20ac24")).containsExactly("\u20ac24");
    }

    @Test
    void chinese_characters_stand_alone_and_kana_do_not() {
        assertThat(BertWords.of("\u6771\u4eac tower \u30bf\u30ef\u30fc")).containsExactly("\u6771", "\u4eac", "tower", "\u30bf\u30ef\u30fc");
    }

    @Test
    void white_space_of_any_kind_separates() {
        assertThat(BertWords.of("  a\tb\r\nc\u00a0d\u3000e ")).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void control_characters_vanish() {
        assertThat(BertWords.of("a\u0000b\u200dc\ufffdd")).containsExactly("abcd");
    }

    @Test
    void half_a_character_vanishes() {
        assertThat(BertWords.of("a\ud83db")).containsExactly("ab");
    }

    @Test
    void nothing_has_no_words() {
        assertThat(BertWords.of(" \n ")).isEmpty();
    }
}
