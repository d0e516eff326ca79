package switchboard.appointments.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoteTest {

    @Test
    void what_is_said_becomes_one_line() {
        assertThat(Note.said(" by the\r\nwindow\u2028please. ").text()).isEqualTo("by the window please");
        assertThat(Note.said("may my dog come?").text()).isEqualTo("may my dog come?");
        assertThat(Note.said("\ud83d wheelchair").text()).isEqualTo("wheelchair");
        assertThat(Note.said(" ... ")).isEqualTo(Note.NONE);
    }

    @Test
    void what_is_known_is_not_noted_again() {
        Note known = new Note("by the window; nut allergy");

        assertThat(known.and(new Note("High chair; Nut allergy;high chair")).text()).isEqualTo("by the window; nut allergy; High chair");
        assertThat(new Note("BY THE WINDOW; nut allergy").without(known)).isEqualTo(Note.NONE);
        assertThat(new Note("by the window seat").without(known).text()).isEqualTo("by the window seat");
        assertThat(Note.NONE.and(known)).isEqualTo(known);
    }

    @Test
    void what_is_too_long_is_cut_between_characters() {
        assertThat(new Note("x".repeat(Note.LONGEST + 1)).text()).hasSize(Note.LONGEST);
        assertThat(new Note("x".repeat(Note.LONGEST - 1) + "😀").text()).isEqualTo("x".repeat(Note.LONGEST - 1));
    }
}
