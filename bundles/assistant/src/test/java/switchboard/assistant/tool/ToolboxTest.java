package switchboard.assistant.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import switchboard.api.company.Company;
import switchboard.api.company.OpeningHours;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.tool.Tool;
import switchboard.api.tool.ToolCall;
import switchboard.api.tool.ToolDescription;
import switchboard.api.tool.ToolResult;

class ToolboxTest {

    static final Company ACME = new Company("acme", "Acme", "en", "Hello.", "", "", new Company.Voice("v", 1),
            Company.ModelChoice.ANY, LanguageModelSettings.EMBEDDED, Company.Endpointing.DEFAULT, Optional.<Path>empty(), Company.CallLimits.DEFAULT,
            new Company.Business(ZoneId.of("UTC"), OpeningHours.UNKNOWN, Optional.empty(), Set.of("b", "a", "broken")), Company.Interruption.DEFAULT);

    @Test
    void a_company_is_offered_what_it_allows_in_the_order_of_the_names() {
        assertThat(names(new Toolbox(List.of(tool("b", "{}"), tool("c", "{}"), tool("a", "{}"))))).containsExactly("a", "b");
    }

    @Test
    void of_two_with_a_name_the_one_that_ranks_higher_is_offered() {
        Tool low = tool("a", "{}");
        Tool high = tool("a", "{}");
        assertThat(new Toolbox(List.of(low, high)).find(ACME, "a").orElseThrow().tool()).isSameAs(high);
    }

    @Test
    void a_tool_whose_schema_is_not_understood_is_not_offered() {
        assertThat(names(new Toolbox(List.of(tool("a", "{}"), tool("broken", "{\"oneOf\": []}"))))).containsExactly("a");
    }

    @Test
    void arguments_are_given_on_as_they_were_checked() {
        Offer offer = new Toolbox(List.of(tool("a", "{\"properties\": {\"n\": {\"maximum\": 5}}}"))).find(ACME, "a").orElseThrow();
        assertThat(offer.checked(" {\"n\" : 1} ")).isEqualTo("{\"n\":1}");
        assertThat(offer.checked("")).isEqualTo("{}");
    }

    private static List<String> names(Toolbox toolbox) {
        return toolbox.of(ACME).stream().map(offer -> offer.description().name()).toList();
    }

    static Tool tool(String name, String parameters) {
        return new Tool() {

            @Override
            public ToolDescription description() {
                return new ToolDescription(name, "", parameters, false, Duration.ofSeconds(1));
            }

            @Override
            public ToolResult run(ToolCall call) {
                return new ToolResult("", "");
            }
        };
    }
}
