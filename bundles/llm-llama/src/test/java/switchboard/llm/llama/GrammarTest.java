package switchboard.llm.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import switchboard.api.tool.ToolDescription;

class GrammarTest {

    @Test
    void without_tools_there_are_only_words() {
        assertThat(Grammar.of(List.of())).startsWith("root ::= words\n").doesNotContain("call");
    }

    @Test
    void each_tool_is_one_way_to_answer() {
        assertThat(Grammar.of(List.of(tool("a", "{\"type\":\"object\"}"), tool("b", "{\"type\":\"object\"}"))))
                .startsWith("root ::= words | call0 | call1\n")
                .contains("call1 ::= \"{\\\"name\\\": \\\"b\\\", \\\"arguments\\\": \" (\"{\" \"\" \"}\") \"}\"\n");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            {"type":"string","minLength":1,"maxLength":40} => ("\\"" [^"\\\\\\x00-\\x1F\\x7F]{1,40} "\\"")
            {"type":"string"} => ("\\"" [^"\\\\\\x00-\\x1F\\x7F]{0,160} "\\"")
            {"type":"integer","minimum":1,"maximum":500} => (([1-9] [0-9]{0,2}))
            {"type":"integer","minimum":0,"maximum":9} => (("0" | [1-9] [0-9]{0,0}))
            {"type":"integer"} => ("-"? ("0" | [1-9] [0-9]{0,8}))
            {"type":"boolean"} => ("true" | "false")
            {"type":["boolean","null"]} => (("true" | "false") | "null")
            {"enum":["dinner",2]} => ("\\"dinner\\"" | "2")
            {"type":"array","items":{"type":"null"}} => ("[" ("null" (", " "null"){0,7})? "]")
            """)
    void a_schema_becomes_an_expression(String schema, String expression) {
        assertThat(SchemaRule.of(schema)).isEqualTo(expression);
    }

    @Test
    void required_members_stand_first_and_the_others_may_follow() {
        assertThat(SchemaRule.of("""
                {"type":"object","properties":{"a":{"type":"null"},"b":{"type":"null"},"c":{"type":"null"}},"required":["b"]}"""))
                .isEqualTo("(\"{\" \"\\\"b\\\": \" \"null\" (\", \" \"\\\"a\\\": \" \"null\")? (\", \" \"\\\"c\\\": \" \"null\")? \"}\")");
    }

    @Test
    void without_required_members_any_may_be_the_first() {
        assertThat(SchemaRule.of("""
                {"type":"object","properties":{"a":{"type":"null"},"b":{"type":"null"}}}"""))
                .isEqualTo("(\"{\" (\"\\\"a\\\": \" \"null\" (\", \" \"\\\"b\\\": \" \"null\")? | \"\\\"b\\\": \" \"null\")? \"}\")");
    }

    @Test
    void a_malformed_schema_names_its_tool() {
        assertThatIllegalArgumentException().isThrownBy(() -> Grammar.of(List.of(tool("look_up", "{\"type\":\"thing\"}"))))
                .withMessageContaining("look_up").withMessageContaining("thing");
    }

    private static ToolDescription tool(String name, String schema) {
        return new ToolDescription(name, "Does something.", schema, false, Duration.ofSeconds(1));
    }
}
