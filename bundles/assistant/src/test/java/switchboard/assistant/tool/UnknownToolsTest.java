package switchboard.assistant.tool;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static List<CompanyProblem> problems(String... tools) {
        Toolbox toolbox = new Toolbox(List.of(tools).stream().map(name -> ToolboxTest.tool(name, "{}")).toList());
        return new UnknownTools(new OnlyAcme(), toolbox).problems();
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
