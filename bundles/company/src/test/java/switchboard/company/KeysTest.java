package switchboard.company;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void every_key_of_the_annotations_is_known_in_their_types() {
        assertThat(Keys.COMPANY.all()).extracting(Key::id).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(CompanyConfiguration.class.getDeclaredMethods()).map(Method::getName).map(name -> name.replace('_', '.')).toList());
        assertThat(Keys.COMPANY.get("tools")).satisfies(key -> assertThat(key.list()).isTrue());
        assertThat(Keys.COMPANY.get("calls.max")).satisfies(key -> {
            assertThat(key.type()).isEqualTo(Key.Type.INTEGER);
            assertThat(key.defaults()).containsExactly("8");
        });
        assertThat(Keys.COMPANY.get("persona").defaults()).containsExactly("You are the friendly receptionist of {name}.");
    }

    @Test
    void only_the_name_must_be_given() {
        assertThat(Keys.COMPANY.all()).filteredOn(Key::required).extracting(Key::id).containsExactly("name");
    }

    @Test
    void defaults_and_examples_are_allowed_themselves() {
        for (Key key : Keys.COMPANY.all()) {
            for (String text : key.defaults()) {
                Object value = switch (key.type()) {
                    case STRING -> text;
                    case BOOLEAN -> Boolean.valueOf(text);
                    case INTEGER, DOUBLE -> Double.valueOf(text);
                };
                assertThat(key.admits(value)).as(key.id()).isTrue();
            }
            assertThat(key.examples()).as(key.id()).allMatch(key::admits);
        }
    }

    @Test
    void every_number_has_a_range_and_every_key_a_description() {
        assertThat(Keys.COMPANY.all()).allSatisfy(key -> {
            assertThat(key.description()).endsWith(".");
            boolean number = key.type() == Key.Type.INTEGER || key.type() == Key.Type.DOUBLE;
            assertThat(key.min().isPresent() && key.max().isPresent()).isEqualTo(number);
            if (key.id().endsWith(".ms")) {
                assertThat(key.description()).contains("[ms]");
            }
        });
    }

    @Test
    void the_schema_says_the_same() {
        JsonObject schema = JsonParser.parseString(CompanySchema.json()).getAsJsonObject();
        JsonObject properties = schema.getAsJsonObject("properties");

        assertThat(properties.keySet()).hasSize(1 + Keys.COMPANY.all().size());
        assertThat(schema.get("additionalProperties").getAsBoolean()).isFalse();
        assertThat(properties.getAsJsonObject("vad.stop.ms").toString()).contains("\"type\":\"integer\"", "\"minimum\":50", "\"maximum\":2000", "\"default\":150");
        assertThat(properties.getAsJsonObject("tools").getAsJsonObject("items").getAsJsonArray("examples")).hasSize(6);
        assertThat(properties.getAsJsonObject("voice.speed").toString()).contains("\"minimum\":0.5", "\"default\":1");
    }
}
