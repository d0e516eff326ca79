package switchboard.bench.endpointing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import switchboard.api.call.MediaListener;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.TextToSpeech;
import switchboard.bench.Figures;

/** Utterances with and without pauses, said by several voices: when does the turn end? */
public final class EndpointingBench {

    private static final List<String> VOICES = List.of("am_michael", "bf_emma", "am_puck", "af_bella");
    private static final double QUIET_ROOM_DB = -65;
    private static final double LOUD_ROOM_DB = -42;
    private static final int SHORTEST_PAUSE_FRAMES = 30;
    private static final int LONGEST_PAUSE_FRAMES = 100;

    private final Models models = Models.open();
    private final Speaker speaker;
    private final Figures figures;
    private int pauses;
    private int cutIns;
    private int spokenInto;

    private EndpointingBench(TextToSpeech voice, Path folder, Figures figures) {
        this.speaker = new Speaker(voice, folder);
        this.figures = figures;
    }

    /** Says everything in a quiet and in a loud room. */
    public static void run(TextToSpeech voice, Path folder, Figures figures) throws SpeechException, IOException {
        EndpointingBench bench = new EndpointingBench(voice, Files.createDirectories(folder), figures);
        Random random = new Random(7);
        bench.say("quiet room", spoken -> spoken.withNoise(QUIET_ROOM_DB, random));
        bench.say("loud room", spoken -> spoken.withNoise(LOUD_ROOM_DB, random));
    }

    private void say(String room, Function<Speaker.Spoken, Speaker.Spoken> place) throws SpeechException, IOException {
        Random random = new Random(42);
        pauses = cutIns = spokenInto = 0;
        for (String voice : VOICES) {
            for (String whole : Utterances.QUESTIONS) {
                measure(room, "whole at once", place.apply(speaker.say(whole, voice, 0)));
            }
            for (String utterance : Utterances.WITH_PAUSES) {
                int frames = SHORTEST_PAUSE_FRAMES + random.nextInt(LONGEST_PAUSE_FRAMES - SHORTEST_PAUSE_FRAMES);
                measure(room, "with a pause", place.apply(speaker.say(utterance, voice, frames)));
            }
        }
        figures.add("pauses in the middle of a turn, " + room, pauses);
        figures.add("turns ended too soon, of 100 pauses, " + room, 100.0 * cutIns / pauses);
        figures.add("the bot was heard too soon, of 100 pauses, " + room, 100.0 * spokenInto / pauses);
    }

    private void measure(String room, String kind, Speaker.Spoken spoken) {
        Simulation simulation = new Simulation(models, Endpointing.DEFAULT);
        List<Simulation.Ended> ends = simulation.hear(spoken.samples());
        long endMs = ms(spoken.end());
        for (int[] pause : spoken.pauses()) {
            pauses++;
            ends.stream().filter(end -> end.ms() < ms(pause[1]) && end.ms() < endMs).findFirst().ifPresent(end -> {
                cutIns++;
                spokenInto += end.heardMs() < ms(pause[1]) ? 1 : 0;
                System.out.printf(Locale.ROOT, "too soon after %d of %d ms: %s -> %s%n", end.ms() - ms(pause[0]), ms(pause[1] - pause[0]), spoken.text(), end.words());
            });
        }
        if (ends.isEmpty()) {
            System.out.println("never over: " + spoken.text());
            figures.add("turns that never ended, " + room, 1);
            return;
        }
        Simulation.Ended last = ends.get(ends.size() - 1);
        if (last.ms() < endMs) {
            System.out.println("ended before its end: " + spoken.text() + " -> " + last.words());
            figures.add("turns that ended before their end, " + room, 1);
            return;
        }
        figures.add("last sound to end of turn, " + kind + ", " + room, last.ms() - endMs);
        figures.add("last sound to first sound of the answer, " + kind + ", " + room, last.heardMs() - endMs);
        if (spoken.text().endsWith("?")) {
            figures.add("last sound to end of turn, questions, " + room, last.ms() - endMs);
        }
        figures.add("transcriptions per utterance, " + room, simulation.transcriptions());
        figures.add("judgements per utterance, " + room, simulation.judgements());
        if (last.ms() - endMs > 600) {
            System.out.printf(Locale.ROOT, "late by %d ms: %s -> %s%n", last.ms() - endMs, spoken.text(), last.words());
        }
    }

    private static long ms(int samples) {
        return samples * 1000L / MediaListener.HEARD_HZ;
    }
}
