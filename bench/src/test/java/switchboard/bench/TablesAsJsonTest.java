package switchboard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TablesAsJsonTest {

    @Test
    void each_table_is_read_with_its_title_and_its_numbers() {
        List<String> printed = """
                wrong, pool: can I dive? -> We have | a board.

                near-misses

                | company | right | of these with doubt |
                |---|---|---|
                | pool | 3 (75 %) | 1.5 |
                | all | 3 (75 %) | -2 |

                held-out
                | company | right |
                |---|---|
                | zoo | |
                """.lines().toList();

        assertThat(TablesAsJson.tables(printed)).containsExactly(
                new TablesAsJson.Table("near-misses", List.of(Map.of("company", "pool", "right", "3 (75 %)", "of these with doubt", 1.5),
                        Map.of("company", "all", "right", "3 (75 %)", "of these with doubt", -2.0))),
                new TablesAsJson.Table("held-out", List.of(Map.of("company", "zoo", "right", ""))));
    }

    @Test
    void two_tables_in_a_row_need_a_line_between_them_and_what_is_no_table_is_none() {
        assertThat(TablesAsJson.tables(List.of("| a |", "|---|", "| 1 |", "", "| b |", "|---|", "|"))).containsExactly(
                new TablesAsJson.Table("", List.of(Map.of("a", 1.0))), new TablesAsJson.Table("", List.of()));
        assertThat(TablesAsJson.tables(List.of("nothing", "| open"))).isEmpty();
    }
}
