package switchboard.conversation.speech;

import java.util.List;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import switchboard.api.audio.AudioClip;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.stt.SpeechToText;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/** A voice whose samples count up, so that one that is missing or comes twice is seen; and ears that hear one question. */
public final class CountingVoice implements Models, TextToSpeech, SpeechToText {

    /** What it says, in samples. */
    public static final int SAMPLES = 6_000;
    public static final int PIECE = 1_000;
    public static final float STEP = 1f / 16_384;

    public final AtomicInteger spoken = new AtomicInteger();
    /** The model that speaks, as bundle@version. */
    public volatile String owner = "counting@1";

    /** All that it says. */
    public static List<Float> all() {
        return IntStream.rangeClosed(1, SAMPLES).mapToObj(i -> i * STEP).toList();
    }

    @Override
    public int sampleRateHz() {
        return 24_000;
    }

    @Override
    public Set<String> voices() {
        return Set.of("counting", "reckoning");
    }

    @Override
    public void speak(SpeechRequest request, AudioSink sink) {
        spoken.incrementAndGet();
        for (int from = 0; from < SAMPLES; from += PIECE) {
            float[] piece = new float[PIECE];
            for (int i = 0; i < PIECE; i++) {
                piece[i] = (1 + from + i) * STEP;
            }
            if (!sink.accept(new AudioClip(24_000, piece))) {
                return;
            }
        }
    }

    @Override
    public Set<String> languages() {
        return Set.of("en");
    }

    @Override
    public String transcribe(AudioClip speech, String language) {
        return "When do you";
    }

    @Override
    public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
        return Optional.of(new Lease<>() {
            @Override
            public S model() {
                return kind.cast(CountingVoice.this);
            }

            @Override
            public String owner() {
                return owner;
            }

            @Override
            public void close() { }
        });
    }

    @Override
    public List<ModelStatus> status() {
        return List.of();
    }
}
