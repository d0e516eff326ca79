package switchboard.bench.endpointing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import switchboard.api.call.MediaListener;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.TextToSpeech;
import switchboard.bench.Figures;
import switchboard.test.browser.Caller;

/**
 * Utterances with and without pauses, said by several voices in a quiet and in a noisy room: when does the turn end? Time is
 * counted in audio, so nothing else that the machine does changes a figure.
 */
public final class EndpointingBench {

    private static final List<String> SETS = List.of("development", "development-2", "development-3", "held-out", "held-out-2");
    private static final double QUIET_ROOM_DB = -65;
    private static final double NOISY_ROOM_DB = -42;
    private static final int SHORTEST_PAUSE_FRAMES = 10;
    private static final int LONGEST_PAUSE_FRAMES = 150;
    private static final int LATE_MS = 600;

    private final Models models = Models.open();
    private final Speaker speaker;
    private final Figures figures;

    private EndpointingBench(TextToSpeech voice, Path folder, Figures figures) throws IOException {
        this.speaker = new Speaker(voice, Files.createDirectories(folder));
        this.figures = figures;
    }

    /** Arguments: one of the sets, or nothing for all. */
    public static void main(String[] arguments) throws Exception {
        Figures figures = new Figures();
        Path folder = Path.of("target", "bench");
        run(arguments.length > 0 ? List.of(arguments) : SETS, new Caller(folder).mouth(), folder, figures);
        figures.write(Path.of("target"), "bench-endpointing", ("bench/run endpointing " + String.join(" ", arguments)).strip());
    }

    /** Says everything in both rooms. What was said is kept in the folder: the second run only listens. */
    public static void run(TextToSpeech voice, Path folder, Figures figures) throws SpeechException, IOException {
        run(SETS, voice, folder, figures);
    }

    private static void run(List<String> sets, TextToSpeech voice, Path folder, Figures figures) throws SpeechException, IOException {
        EndpointingBench bench = new EndpointingBench(voice, folder.resolve("endpointing"), figures);
        for (String set : sets) {
            Material material = Material.read(set);
            bench.say(material, "quiet room", QUIET_ROOM_DB);
            bench.say(material, "noisy room", NOISY_ROOM_DB);
        }
    }

    private void say(Material material, String room, double noiseDb) throws SpeechException, IOException {
        String where = material.name() + ", " + room;
        CutIns cutIns = new CutIns();
        int said = 0;
        for (Material.Said each : material.said()) {
            Material.Line line = each.line();
            Random random = new Random((each.voice() + line.text()).hashCode()); // so that no line changes with what is said before it
            int frames = SHORTEST_PAUSE_FRAMES + random.nextInt(LONGEST_PAUSE_FRAMES - SHORTEST_PAUSE_FRAMES + 1);
            Speaker.Spoken spoken = speaker.say(line.text(), each.voice(), frames).withNoise(noiseDb, random);
            List<Simulation.Ended> ends = new Simulation(models, Endpointing.DEFAULT, line.asked()).hear(spoken.samples());
            if (line.isFinished()) {
                finished(line, where, spoken, ends);
            } else {
                paused(line, spoken, ends, cutIns);
            }
            if (++said % 20 == 0) {
                System.out.printf("%s: %d of %d%n", where, said, material.said().size());
            }
        }
        cutIns.tell(figures, where);
        System.out.println(figures.table());
    }

    private static void paused(Material.Line line, Speaker.Spoken spoken, List<Simulation.Ended> ends, CutIns cutIns) {
        for (int[] pause : spoken.pauses()) {
            Optional<Simulation.Ended> tooSoon = ends.stream().filter(end -> end.ms() < ms(pause[1])).findFirst();
            cutIns.add(line.kind(), tooSoon.map(end -> end.ms() - ms(pause[0])));
            tooSoon.ifPresent(end -> System.out.printf(Locale.ROOT, "too soon after %d of %d ms, %s: %s -> %s%n",
                    end.ms() - ms(pause[0]), ms(pause[1] - pause[0]), line.kind(), spoken.text(), end.words()));
        }
    }

    private void finished(Material.Line line, String where, Speaker.Spoken spoken, List<Simulation.Ended> ends) {
        long endMs = ms(spoken.end());
        Optional<Simulation.Ended> last = ends.stream().reduce((first, second) -> second).filter(end -> end.ms() >= endMs);
        if (last.isEmpty()) {
            System.out.println("not over after its end: " + spoken.text());
            figures.add("turns not over after their end, " + where, 1);
            return;
        }
        long delayMs = last.get().ms() - endMs;
        figures.add("last sound to end of turn, " + line.kind() + ", " + where, delayMs);
        figures.add("last sound to end of turn, all finished turns, " + where, delayMs);
        figures.add("last sound to first sound of the answer, all finished turns, " + where, last.get().heardMs() - endMs);
        if (delayMs > LATE_MS) {
            System.out.printf(Locale.ROOT, "late by %d ms, %s: %s -> %s%n", delayMs, line.kind(), spoken.text(), last.get().words());
        }
    }

    private static long ms(int samples) {
        return samples * 1000L / MediaListener.HEARD_HZ;
    }
}
