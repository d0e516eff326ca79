package switchboard.bench.endpointing;

import java.lang.reflect.Proxy;
import org.osgi.framework.BundleContext;
import switchboard.api.model.Lease;
import switchboard.api.stt.SpeechToText;
import switchboard.api.turn.TurnDetector;
import switchboard.api.vad.VoiceActivityDetector;
import switchboard.stt.moonshine.MoonshineModel;
import switchboard.testkit.LoadNow;
import switchboard.testkit.TestModels;
import switchboard.turn.smart.SmartTurnModel;
import switchboard.vad.silero.SileroModel;

/** The default models that hear. */
public record Models(VoiceActivityDetector vad, TurnDetector turn, SpeechToText words) {

    /** Loads them; once is enough. */
    public static Models open() {
        BundleContext nowhere = (BundleContext) Proxy.newProxyInstance(
                Models.class.getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> null);
        TestModels store = new TestModels();
        return new Models(
                LoadNow.model(VoiceActivityDetector.class, loader -> new SileroModel(nowhere, loader, store)),
                LoadNow.model(TurnDetector.class, loader -> new SmartTurnModel(nowhere, loader, store)),
                LoadNow.model(SpeechToText.class, loader -> new MoonshineModel(nowhere, loader, store)));
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
