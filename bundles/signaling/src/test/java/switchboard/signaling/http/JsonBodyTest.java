package switchboard.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"text\"", "null", "{", "{\"a\":", "{\"a\": 1,}x", "\u0000", "{}{}"})
    void what_is_no_json_object_is_refused(String body) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> body(body)).matches(refusal -> refusal.status() == 400)
                .withMessageNotContaining("Exception");
    }

    @Test
    void what_is_nested_without_end_is_refused_and_does_no_harm() {
        for (String open : new String[] {"[", "{\"a\":"}) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> body("{\"body\":" + open.repeat(10_000))).matches(refusal -> refusal.status() == 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e-999999999", "99999999999", "1.5", "\"x\"", "{}", "[0]"})
    void a_number_that_is_none_is_refused(String number) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> body("{\"sdp_mline_index\": " + number + "}").integer("sdp_mline_index"))
                .matches(refusal -> refusal.status() == 400);
    }

    @Test
    void what_is_absent_or_null_is_not_there() throws Refusal {
        JsonBody body = body("{\"pc_id\": null, \"sdp_mline_index\": 1}");

        assertThat(body.text("pc_id")).isEmpty();
        assertThat(body.text("sdp")).isEmpty();
        assertThat(body.integer("sdp_mline_index")).contains(1);
        assertThat(body("").json().size()).isZero();
    }

    private static JsonBody body(String text) throws Refusal {
        return JsonBody.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
