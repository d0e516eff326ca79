package switchboard.stt.moonshine;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import switchboard.api.stt.SpeechToText;
import switchboard.testkit.TestModels;
import switchboard.testkit.contract.SpeechToTextContract;

/** Moonshine keeps what every recogniser does. */
@Tag("models")
class MoonshineContractTest extends SpeechToTextContract {

    @Override
    protected SpeechToText open() throws Exception {
        return Moonshine.open(file("encoder_model.ort"), file("decoder_model_merged.ort"), file("tokenizer.bin"));
    }

    private static Path file(String name) {
        return TestModels.path("moonshine-tiny-en", name);
    }
}
