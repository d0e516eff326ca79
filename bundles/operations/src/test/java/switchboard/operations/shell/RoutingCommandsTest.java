package switchboard.operations.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import switchboard.api.model.ModelRouting.Comparison;
import switchboard.api.model.ModelRouting.Part;
import switchboard.api.model.ModelStatus.State;
import switchboard.api.model.QuarantinedModels.Quarantined;
import switchboard.operations.FakeModels;
import switchboard.operations.FakeRouting;

class RoutingCommandsTest {

    private final FakeRouting routing = new FakeRouting();
    private final RoutingCommands commands = new RoutingCommands(routing);

    @Test
    void each_command_says_what_is_in_force_now() {
        assertThat(commands.swap("kokoro@1.1")).isEqualTo("TextToSpeech kokoro@1.1: preferred");
        assertThat(commands.canary("kokoro@1.1", "10")).isEqualTo("TextToSpeech kokoro@1.1: canary 10 %");
        assertThat(commands.canary("Kokoro 82M", "5%")).contains("canary 5 %");
        assertThat(commands.rollback("TextToSpeech")).isEqualTo("TextToSpeech old@1: preferred");
        assertThat(commands.shadow("words")).isEqualTo("TextToSpeech words: shadow");
        assertThat(commands.shadow("--end", "TurnDetector")).isEqualTo("no shadow");

        assertThat(routing.told).containsExactly("swap kokoro@1.1", "canary kokoro@1.1 10", "canary Kokoro 82M 5", "rollback TextToSpeech",
                "shadow words", "end shadow TurnDetector");
    }

    @Test
    void programs_get_the_same() {
        assertThat(JsonParser.parseString(commands.canary("kokoro", "10", "--json"))).isEqualTo(JsonParser.parseString("""
                {"label": "Fake", "kind": "TextToSpeech", "model": "fake", "version": "1.1.0", "owner": "kokoro", "state": "WARM",
                 "part": "CANARY", "percent": 10, "detail": ""}"""));
    }

    @Test
    void what_is_missing_or_wrong_is_said() {
        assertThatIllegalArgumentException().isThrownBy(commands::swap).withMessage("the model is missing");
        assertThatIllegalArgumentException().isThrownBy(() -> commands.canary("kokoro")).withMessageContaining("voice:canary kokoro 10");
        assertThatIllegalArgumentException().isThrownBy(() -> commands.canary("kokoro", "many")).withMessageContaining("got 'many'");
        assertThatIllegalArgumentException().isThrownBy(() -> commands.rollback("--all")).withMessageContaining("unknown option '--all'");
        assertThat(routing.told).isEmpty();
    }

    @Test
    void models_are_listed_with_their_parts_and_what_is_in_quarantine() {
        FakeModels models = new FakeModels().with("Old", "TextToSpeech", State.WARM, "").with("New", "TextToSpeech", State.WARM, "")
                .with("Third", "TextToSpeech", State.WARM, "").with("Late", "TextToSpeech", State.LOADING, "");
        routing.with("Old", "x.old@1.0.0", Part.PREFERRED, 0, Optional.empty()).with("New", "x.new@1.0.0", Part.CANARY, 10, Optional.empty())
                .with("Third", "x.third@1.0.0", Part.SHADOW, 0, Optional.of(new Comparison(200, 190, 3, 1, 60, 0.1, 0.2)));
        ModelCommands list = new ModelCommands(models, routing, () -> List.of(new Quarantined("bad.jar", "bad@1", "it makes noise. Make it speak.")));

        assertThat(list.models().replaceAll(" +", " ")).isEqualTo("""
                Old TextToSpeech warm x.old@1.0.0 preferred
                New TextToSpeech warm x.new@1.0.0 canary 10 %
                Third TextToSpeech warm x.third@1.0.0 shadow, agreed in 190 of 200 (95 %), 0.1 ms (p95 0.2) against 60.0 ms, dropped 3, failed 1
                Late TextToSpeech loading x.late@1.0.0
                bad.jar quarantined bad@1
                 it makes noise. Make it speak.""");
        assertThat(JsonParser.parseString(list.models("--json")).getAsJsonArray().get(2).getAsJsonObject().getAsJsonObject("shadow").get("agreed").getAsInt())
                .isEqualTo(190);
    }
}
