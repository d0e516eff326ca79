package switchboard.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import switchboard.plugins.Plugin.State;

class PluginCommandsTest {

    private static final Plugin BAD = new Plugin("bad.jar", "bad@1.0.0", State.QUARANTINED, "it makes noise");

    @Test
    void people_get_a_row_per_file_and_the_reason_below() {
        assertThat(PluginCommands.table(List.of(BAD))).matches("bad.jar +quarantined +bad@1.0.0\n {4}it makes noise");
        assertThat(PluginCommands.table(List.of())).isEqualTo("no plugins");
    }

    @Test
    void programs_get_json() {
        assertThat(PluginCommands.json(List.of(BAD))).contains("\"file\": \"bad.jar\"", "\"state\": \"QUARANTINED\"", "\"reason\": \"it makes noise\"");
    }
}
