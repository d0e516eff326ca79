package switchboard.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.stt.SpeechToText;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;
import switchboard.api.turn.TurnDetector;
import switchboard.api.vad.VoiceActivityDetector;
import switchboard.testkit.fake.FakeVoice;
import switchboard.testkit.fake.FixedLease;
import switchboard.testkit.fake.FixedSpeechToText;
import switchboard.testkit.fake.FixedTurnDetector;
import switchboard.testkit.fake.LoudIsSpeech;

/** Models that hear loud frames as speech, know one sentence, and speak as loud frames. */
final class FakeModels implements Models {

    static final String QUESTION = "What time do you open?";

    private static final int SAMPLES_OF_A_LETTER = 240; // 10 ms

    final List<SpeechRequest> spoken = new CopyOnWriteArrayList<>();
    private final Map<Class<?>, Object> services = new ConcurrentHashMap<>(Map.of(
            VoiceActivityDetector.class, new LoudIsSpeech(0.25f), TurnDetector.class, new FixedTurnDetector(16_000, 0.95f),
            SpeechToText.class, new FixedSpeechToText(QUESTION),
            TextToSpeech.class, new FakeVoice(24_000, "loud", this::length, place -> 0.5f)));

    private int length(SpeechRequest request) {
        spoken.add(request);
        return request.text().length() * SAMPLES_OF_A_LETTER;
    }

    void remove(Class<?> kind) {
        services.remove(kind);
    }

    @Override
    public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
        return Optional.ofNullable(services.get(kind)).map(kind::cast).map(FixedLease::new);
    }

    @Override
    public List<ModelStatus> status() {
        return List.of();
    }
}
