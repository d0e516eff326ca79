package switchboard.bench.endpointing;

import switchboard.api.model.Lease;
import switchboard.api.stt.SpeechToText;
import switchboard.api.turn.TurnDetector;
import switchboard.api.vad.VoiceActivityDetector;
import switchboard.bench.Nowhere;
import switchboard.stt.moonshine.MoonshineModel;
import switchboard.testkit.LoadNow;
import switchboard.testkit.TestModels;
import switchboard.turn.smart.SmartTurnModel;
import switchboard.vad.silero.SileroModel;

/** The default models that hear. */
public record Models(VoiceActivityDetector vad, TurnDetector turn, SpeechToText words) {

    /** Loads them; once is enough. */
    public static Models open() {
        TestModels store = new TestModels();
        return new Models(
                LoadNow.model(VoiceActivityDetector.class, loader -> new SileroModel(Nowhere.CONTEXT, loader, store)),
                LoadNow.model(TurnDetector.class, loader -> new SmartTurnModel(Nowhere.CONTEXT, loader, store)),
                LoadNow.model(SpeechToText.class, loader -> new MoonshineModel(Nowhere.CONTEXT, loader, store)));
    }

    Lease<VoiceActivityDetector> activity() {
        return new Lease<>() {
            @Override
            public VoiceActivityDetector model() {
                return vad;
            }

            @Override
            public String owner() {
                return "bench";
            }

            @Override
            public void close() {
                // it stays
            }
        };
    }
}
