package switchboard.company;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelStatus.State;
import switchboard.api.model.Models;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/** A text-to-speech model "kokoro" with two voices, that comes and goes as told; others only as a status and a language. */
final class FakeModels implements Models {

    private final List<ModelStatus> status = new ArrayList<>();
    private final Map<String, String> languages = new HashMap<>();
    int open;

    void kokoro(State state) {
        status.clear();
        status.add(new ModelStatus("Kokoro 82M", "TextToSpeech", "kokoro@1", state, ""));
    }

    /** @param language that its kind of model can be leased in once it is warm */
    FakeModels with(String label, String kind, State state, String language) {
        status.add(new ModelStatus(label, kind, label + "@1", state, ""));
        if (state == State.WARM) {
            languages.put(kind, language);
        }
        return this;
    }

    @Override
    public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
        String language = languages.get(kind.getSimpleName());
        if (language != null && filter.contains("(language=" + language + ")")) {
            return Optional.of(new NoLease<>());
        }
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

    /** Of a model that nobody uses. */
    private static final class NoLease<S> implements Lease<S> {

        @Override
        public S model() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String owner() {
            return "";
        }

        @Override
        public void close() { }
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
