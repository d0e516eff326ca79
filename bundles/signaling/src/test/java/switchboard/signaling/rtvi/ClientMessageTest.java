package switchboard.signaling.rtvi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientMessageTest {

    @Test
    void what_the_client_sends_is_understood() {
        assertThat(ClientMessage.read("ping: 1795398078784")).isEqualTo(new ClientMessage.Ping());
        assertThat(ClientMessage.read("{\"type\":\"signalling\",\"message\":{\"type\":\"trackStatus\",\"receiver_index\":0,\"enabled\":false}}"))
                .isEqualTo(new ClientMessage.TrackStatus(0, false));
        assertThat(ClientMessage.read(rtvi("client-ready", "{\"version\":\"2.1.0\",\"about\":{}}")))
                .isEqualTo(new ClientMessage.Ready("bafbe7b7", "2.1.0"));
        assertThat(ClientMessage.read(rtvi("disconnect-bot", "{}"))).isEqualTo(new ClientMessage.Disconnect());
        assertThat(ClientMessage.read(rtvi("send-text", "{\"content\":\"Hi\",\"options\":{\"audio_response\":false}}")))
                .isEqualTo(new ClientMessage.Text("bafbe7b7", "Hi", true, false));
        assertThat(ClientMessage.read(rtvi("client-message", "{\"t\":\"get-config\",\"d\":{}}")))
                .isEqualTo(new ClientMessage.Request("bafbe7b7", "get-config"));
    }

    @Test
    void an_unknown_type_is_named() {
        assertThat(ClientMessage.read(rtvi("append-to-context", "{}")))
                .isEqualTo(new ClientMessage.Unusable("bafbe7b7", "Unsupported type append-to-context"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"content\":7}", "{\"content\":{\"text\":\"Hi\"}}", "[]"})
    void typed_words_that_are_no_text_are_refused(String data) {
        assertThat(ClientMessage.read(rtvi("send-text", data))).isEqualTo(new ClientMessage.Unusable("bafbe7b7", "'content' must be a text"));
    }

    @Test
    void a_message_without_a_label_is_refused_under_its_id() {
        assertThat(ClientMessage.read("{\"type\":\"client-ready\",\"id\":\"bafbe7b7\"}")).isEqualTo(new ClientMessage.Unusable("bafbe7b7", "Unsupported signalling message"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{\"content\":\"Hi\",\"options\":7};'options' must be an object",
        "{\"content\":\"Hi\",\"options\":{\"run_immediately\":\"no\"}};'run_immediately' must be true or false",
        "{\"content\":\"Hi\",\"options\":{\"audio_response\":0}};'audio_response' must be true or false"}, quoteCharacter = '`')
    void an_option_of_a_wrong_type_is_not_taken_for_its_default(String data, String reason) {
        assertThat(ClientMessage.read(rtvi("send-text", data))).isEqualTo(new ClientMessage.Unusable("bafbe7b7", reason));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{\"type\":\"trackStatus\",\"receiver_index\":0,\"enabled\":\"false\"};'enabled' must be true or false",
        "{\"type\":\"trackStatus\",\"receiver_index\":0};'enabled' must be true or false",
        "{\"type\":\"trackStatus\",\"receiver_index\":4294967296,\"enabled\":false};'receiver_index' must be a whole number",
        "{\"type\":\"trackStatus\",\"receiver_index\":0.5,\"enabled\":false};'receiver_index' must be a whole number",
        "{\"type\":\"trackStatus\",\"enabled\":false};'receiver_index' must be a number"}, quoteCharacter = '`')
    void a_microphone_that_is_neither_on_nor_off_is_refused(String status, String reason) {
        assertThat(ClientMessage.read("{\"type\":\"signalling\",\"message\":%s}".formatted(status))).isEqualTo(new ClientMessage.Unusable("", reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "7", "{\"label\":\"rtvi-ai\"}", "{\"label\":7,\"type\":[]}", "\u0000", "{\"label\":\"rtvi-ai\",\"type\":\"client-ready\",\"data\":7,\"id\":{}}",
        "{\"message\":{\"type\":\"trackStatus\",\"receiver_index\":1e999999999}}", "{\"message\":{\"type\":\"trackStatus\",\"receiver_index\":99999999999999999999}}"})
    void whatever_comes_nothing_is_thrown(String text) {
        assertThat(ClientMessage.read(text)).isNotNull();
    }

    @Test
    void what_is_nested_without_end_is_not_read() {
        for (String open : new String[] {"[", "{\"label\":"}) {
            assertThat(ClientMessage.read(open.repeat(10_000))).isInstanceOf(ClientMessage.Unusable.class);
        }
    }

    private static String rtvi(String type, String data) {
        return "{\"label\":\"rtvi-ai\",\"type\":\"%s\",\"id\":\"bafbe7b7\",\"data\":%s}".formatted(type, data);
    }
}
