package switchboard.llm.receptionist.acts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClausesTest {

    @Test
    void a_turn_is_cut_at_its_marks_where_something_new_begins() {
        assertThat(Clauses.of("I've never been to you before, do I need to register? Or can I just come on Monday"))
                .containsExactly("I've never been to you before", "do I need to register?", "Or can I just come on Monday");
        assertThat(Clauses.of("let me see, Thursday she has swimming, so maybe Wednesday")).containsExactly("let me see", "Thursday she has swimming", "so maybe Wednesday");
    }

    @Test
    void lists_numbers_and_initials_stay_whole() {
        assertThat(Clauses.of("Saturday at seven, four of us")).containsExactly("Saturday at seven, four of us");
        assertThat(Clauses.of("oh one six three, double four")).containsExactly("oh one six three, double four");
        assertThat(Clauses.of("it's J. Miller")).containsExactly("it's J  Miller");
    }

    @Test
    void where_no_marks_are_set_a_subject_behind_a_noun_begins_another_clause() {
        assertThat(Clauses.of("we'd like to come again on saturday it's my mother's birthday")).containsExactly("we'd like to come again on saturday", "it's my mother's birthday");
        assertThat(Clauses.of("i'm coeliac is that a problem")).containsExactly("i'm coeliac", "is that a problem");
        assertThat(Clauses.of("i'd book a table but my wife is ill")).containsExactly("i'd book a table", "but my wife is ill");
    }

    @Test
    void what_leans_on_the_word_before_stays_with_it() {
        assertThat(Clauses.of("what do you think I should bring")).containsExactly("what do you think I should bring");
        assertThat(Clauses.of("seven I think")).containsExactly("seven I think");
        assertThat(Clauses.of("mondays and fridays i mind my grandchildren")).containsExactly("mondays and fridays i mind my grandchildren");
        assertThat(Clauses.of("is there somewhere i can leave the car")).containsExactly("is there somewhere i can leave the car");
    }

    @Test
    void what_is_no_word_is_no_clause() {
        assertThat(Clauses.of("um, hm. … oh")).isEmpty();
        assertThat(Clauses.of("")).isEmpty();
    }
}
