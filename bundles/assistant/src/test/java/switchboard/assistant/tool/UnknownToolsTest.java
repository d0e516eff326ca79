package switchboard.assistant.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyProblem;

class UnknownToolsTest {

    @Test
    void a_tool_that_nobody_has_brought_is_named_with_those_that_are_here() {
        assertThat(problems("a", "c")).containsExactly(
                new CompanyProblem("acme", "tools", "no tool is called 'b'; there are: a, c"),
                new CompanyProblem("acme", "tools", "no tool is called 'broken'; there are: a, c"));
    }

    @Test
    void a_company_whose_tools_are_all_here_has_no_problem() {
        assertThat(problems("a", "b", "broken", "more")).isEmpty();
    }

    @Test
    void a_server_that_has_just_started_is_given_time_to_bring_them() {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

        assertThat(new UnknownTools(new OnlyAcme(), new Toolbox(List.of()), clock).problems()).isEmpty();
    }

    private static List<CompanyProblem> problems(String... tools) {
        Toolbox toolbox = new Toolbox(List.of(tools).stream().map(name -> ToolboxTest.tool(name, "{}")).toList());
        return new UnknownTools(new OnlyAcme(), toolbox, new LaterEachTime()).problems();
    }

    /** Whoever looks twice has given the server its time to start. */
    private static final class LaterEachTime extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            now = now.plus(UnknownTools.START);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final class OnlyAcme implements Companies {

        @Override
        public Optional<Company> find(String id) {
            return all().stream().filter(company -> company.id().equals(id)).findFirst();
        }

        @Override
        public List<Company> all() {
            return List.of(ToolboxTest.ACME);
        }
    }
}
