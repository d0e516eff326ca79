package switchboard.test.framework.plugin;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import switchboard.api.audio.AudioClip;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.tts.AudioSink;

/**
 * What a broken model may give instead of its work.
 *
 * @param endless too much of it, rather than what it cannot be
 * @param broken  it goes on for no longer
 */
record Nonsense(boolean endless, BooleanSupplier broken) {

    private static final int TOO_MUCH = 1_000_000;

    @Nullable Object instead(String work, Object[] arguments) {
        return switch (work) {
            case "accept", "endOfTurn" -> endless ? 7f : Float.NaN;
            case "transcribe" -> endless ? "again and ".repeat(TOO_MUCH) : null;
            case "embed" -> endless ? new float[TOO_MUCH] : new float[] {Float.NaN};
            case "speak" -> speak((AudioSink) arguments[1]);
            case "generate" -> generate(listener(arguments[1]));
            default -> throw new IllegalArgumentException(work);
        };
    }

    private @Nullable Object speak(AudioSink sink) {
        float[] second = new float[24_000];
        Arrays.fill(second, endless ? 0.1f : 20_000);
        boolean wanted = true;
        while (wanted && broken.getAsBoolean()) {
            wanted = sink.accept(new AudioClip(24_000, second)) && endless;
        }
        return null;
    }

    private Generation generate(Consumer<GenerationEvent> listener) {
        if (!endless) {
            listener.accept(new GenerationEvent.Ended());
            return () -> { };
        }
        Thread talking = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted() && broken.getAsBoolean()) {
                listener.accept(new GenerationEvent.Text("and so on "));
            }
        });
        talking.start();
        return talking::interrupt;
    }

    @SuppressWarnings("unchecked") // as LanguageModel.generate declares it
    private static Consumer<GenerationEvent> listener(Object argument) {
        return (Consumer<GenerationEvent>) argument;
    }
}
