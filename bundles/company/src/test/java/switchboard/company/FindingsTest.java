package switchboard.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import switchboard.api.company.CompanyProblem;

class FindingsTest {

    private final Findings findings = new Findings();
    private final List<String> told = new ArrayList<>();

    @Test
    void a_problem_is_told_once_when_it_stays_and_once_when_it_is_gone() {
        look("menu.pdf");
        look("menu.pdf");
        look("menu.pdf");
        look();
        look();
        look();

        assertThat(told).containsExactly("appeared menu.pdf", "gone menu.pdf");
    }

    @Test
    void what_is_wrong_or_right_for_a_moment_is_not_told() {
        look("no voice");
        look();
        look("menu.pdf");
        look("menu.pdf");
        look();
        look("menu.pdf");

        assertThat(told).containsExactly("appeared menu.pdf");
    }

    @Test
    void what_comes_back_is_told_again_and_others_are_not() {
        look("a", "b");
        look("a", "b");
        look("b");
        look("b");
        look("a", "b");
        look("a", "b");

        assertThat(told).containsExactly("appeared a", "appeared b", "gone a", "appeared a");
    }

    private void look(String... wrong) {
        findings.look(Stream.of(wrong).map(message -> new CompanyProblem("acme", "x", message)).toList(),
                problem -> told.add("appeared " + problem.message()), problem -> told.add("gone " + problem.message()));
    }
}
