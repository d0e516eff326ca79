package switchboard.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelStatus.State;
import switchboard.api.model.Models;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/** A text-to-speech model "kokoro" with two voices, that comes and goes as told; nothing else. */
final class FakeModels implements Models {

    private final List<ModelStatus> status = new ArrayList<>();
    int open;

    void kokoro(State state) {
        status.clear();
        status.add(new ModelStatus("Kokoro 82M", "TextToSpeech", "kokoro@1", state, ""));
    }

    @Override
    public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
        boolean warm = status.stream().anyMatch(one -> one.state() == State.WARM);
        if (!warm || kind != TextToSpeech.class || !(filter.isEmpty() || filter.equals("(model=kokoro)"))) {
            return Optional.empty();
        }
        open++;
        return Optional.of(new Lease<>() {
            @Override
            public S model() {
                return kind.cast(new Kokoro());
            }

            @Override
            public String owner() {
                return "kokoro@1";
            }

            @Override
            public void close() {
                open--;
            }
        });
    }

    @Override
    public List<ModelStatus> status() {
        return List.copyOf(status);
    }

    private static final class Kokoro implements TextToSpeech {

        @Override
        public int sampleRateHz() {
            return 24_000;
        }

        @Override
        public Set<String> voices() {
            return Set.of("bf_emma", "af_heart");
        }

        @Override
        public void speak(SpeechRequest request, AudioSink sink) {
            throw new UnsupportedOperationException();
        }
    }
}
