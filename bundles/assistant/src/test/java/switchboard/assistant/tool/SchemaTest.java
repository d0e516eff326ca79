package switchboard.assistant.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    private static final String BOOKING = """
            {"type": "object", "additionalProperties": false, "required": ["party", "date"], "properties": {
              "party": {"type": "integer", "minimum": 1, "maximum": 20, "description": "how many"},
              "date": {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
              "name": {"type": ["string", "null"], "minLength": 2, "maxLength": 5},
              "kind": {"enum": ["lunch", "dinner", 3]},
              "extras": {"type": "array", "items": {"type": "object", "required": ["what"], "properties": {"what": {"type": "string"}}}},
              "outside": {"type": "boolean"},
              "tip": {"type": "number"}
            }}""";

    @ParameterizedTest
    @ValueSource(strings = {
            "{'party': 4, 'date': '2026-12-03'}",
            "{'party': 4.0, 'date': '2026-12-03', 'name': null}",
            "{'party': 20, 'date': '2026-12-03', 'name': 'Ödön', 'kind': 'dinner', 'outside': true, 'tip': 1.5}",
            "{'party': 1, 'date': '2026-12-03', 'kind': 3, 'extras': [{'what': 'cake', 'more': 1}, {'what': ''}]}",
            "{'party': 1, 'date': '2026-12-03', 'extras': []}"})
    void what_fits_has_no_problems(String arguments) {
        assertThat(problems(arguments)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'date': '2026-12-03'}                                   | party is missing
            {}                                                       | date is missing
            {'party': '4', 'date': '2026-12-03'}                     | party must be of type integer
            {'party': 4.5, 'date': '2026-12-03'}                     | party must be of type integer
            {'party': 1e999999, 'date': '2026-12-03'}                | party must be of type integer
            {'party': 0, 'date': '2026-12-03'}                       | party must be at least 1
            {'party': 21, 'date': '2026-12-03'}                      | party must be at most 20
            {'party': 4, 'date': 'tomorrow'}                         | date must match
            {'party': 4, 'date': '2026-12-03', 'name': 'A'}          | name must have at least 2 characters
            {'party': 4, 'date': '2026-12-03', 'name': 'Annabel'}    | name must have at most 5 characters
            {'party': 4, 'date': '2026-12-03', 'name': 7}            | name must be of type string or null
            {'party': 4, 'date': '2026-12-03', 'kind': 'brunch'}     | kind must be one of
            {'party': 4, 'date': '2026-12-03', 'kind': '3'}          | kind must be one of
            {'party': 4, 'date': '2026-12-03', 'outside': 'true'}    | outside must be of type boolean
            {'party': 4, 'date': '2026-12-03', 'tip': '1'}           | tip must be of type number
            {'party': 4, 'date': '2026-12-03', 'company': 'other'}   | company is not known
            {'party': 4, 'date': '2026-12-03', 'extras': {}}         | extras must be of type array
            {'party': 4, 'date': '2026-12-03', 'extras': [{}]}       | what is missing
            {'party': 4, 'date': '2026-12-03', 'extras': [{'what': 1}]} | extras[0].what must be of type string
            []                                                       | the arguments must be of type object
            """)
    void what_does_not_fit_is_told_with_its_place(String arguments, String problem) {
        assertThat(problems(arguments)).anyMatch(found -> found.contains(problem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'oneOf': []}", "{'type': 'date'}", "{'$ref': '#'}", "{'properties': {'a': {'not': {}}}}", "{'items': {'exclusiveMinimum': 1}}",
            "{'properties': []}", "{'required': 'a'}", "{'additionalProperties': {}}", "[]", "true", "{", "{'pattern': '('}", "{'minimum': 'a'}"})
    void a_schema_that_is_not_understood_in_full_is_refused(String schema) {
        assertThatIllegalArgumentException().isThrownBy(() -> Schema.of(schema.replace('\'', '"')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{'a': 1} {}", "{a: 1}", "{'a': 1,}", "{'a': NaN}", "{'a': TRUE}", "// {}", "{'a': 'line\nbreak'}"})
    void what_is_no_json_is_refused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> StrictJson.read(json.replace('\'', '"')));
    }

    @Test
    void wild_arguments_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> StrictJson.read("[".repeat(15_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> StrictJson.read("\"" + "a".repeat(30_000) + "\""));
    }

    private static List<String> problems(String arguments) {
        return Schema.of(BOOKING).problems(StrictJson.read(arguments.replace('\'', '"')));
    }
}
