package switchboard.conversation.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.conversation.echo.Echo.Verdict;

/** Voices made of syllables: a hum of changing pitch and colour, a hiss, a gap. */
class EchoTest {

    /** The lowest common multiple of what is played and heard. */
    private static final int HZ = 48_000;
    private static final int FRAME = HZ / 100;
    private static final double ROOM_DB = -70;

    private final Random random = new Random(5);
    private final Echo echo = new Echo();

    @ParameterizedTest
    @CsvSource({"5, -12", "12, -20", "30, -20", "45, -20"})
    void the_bots_voice_from_a_loudspeaker_is_held_for_echo_throughout(int lag, double gainDb) {
        float[] bot = voice(400);
        float[] heard = later(bot, lag, gainDb);

        List<Verdict> verdicts = call(bot, heard);

        assertThat(verdicts).contains(Verdict.ECHO);
        assertThat(loudFrames(heard, verdicts, Verdict.NONE)).as("frames let through").isLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 50, 120, 300})
    void a_caller_who_cuts_in_is_heard_after_a_fifth_of_a_second_at_most(int start) {
        float[] bot = voice(500);
        float[] caller = later(voice(150), start, -3);

        List<Verdict> verdicts = call(bot, caller);

        assertThat(verdicts).doesNotContain(Verdict.ECHO);
        assertThat(verdicts.stream().filter(Verdict.DOUBTFUL::equals).count()).isLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 250})
    void a_caller_louder_than_the_echo_is_heard_through_it(int start) {
        float[] bot = voice(500);
        float[] caller = later(voice(150), start, 0);

        List<Verdict> verdicts = call(bot, sum(later(bot, 15, -25), caller));

        assertThat(loudFrames(caller, verdicts, Verdict.NONE)).isGreaterThan(100);
    }

    @Test
    void an_echo_that_is_gone_is_forgotten() {
        float[] bot = voice(700);
        float[] gone = later(bot, 15, -12);
        Arrays.fill(gone, 250 * FRAME, gone.length, 0);
        float[] soft = later(voice(150), 500, -20);

        List<Verdict> verdicts = call(bot, sum(gone, soft));

        assertThat(verdicts.subList(0, 250)).contains(Verdict.ECHO);
        assertThat(verdicts.subList(500, 650)).doesNotContain(Verdict.ECHO);
    }

    /** A thread that gets no processor for a while judges many frames at once. */
    @ParameterizedTest
    @ValueSource(ints = {3, 20, 60})
    void an_echo_that_is_judged_late_is_compared_with_what_was_played_then(int atOnce) {
        float[] bot = voice(400);
        float[] heard = later(bot, 12, -16);

        List<Verdict> verdicts = call(bot, heard, atOnce);

        assertThat(verdicts).contains(Verdict.ECHO);
        assertThat(loudFrames(heard, verdicts, Verdict.NONE)).as("frames let through").isLessThan(10);
    }

    private List<Verdict> call(float[] bot, float[] heard) {
        return call(bot, heard, 1);
    }

    private List<Verdict> call(float[] bot, float[] heard, int atOnce) {
        List<Verdict> verdicts = new ArrayList<>();
        List<Runnable> waiting = new ArrayList<>();
        for (int from = 0; from + FRAME <= bot.length; from += FRAME) {
            echo.played(every(2, bot, from, 0));
            float[] frame = every(3, heard, from, ROOM_DB);
            long playedThen = echo.playedFrames();
            waiting.add(() -> verdicts.add(echo.judge(frame, playedThen)));
            if (waiting.size() == atOnce || from + 2 * FRAME > bot.length) {
                waiting.forEach(Runnable::run);
                waiting.clear();
            }
        }
        return verdicts;
    }

    private float[] every(int step, float[] samples, int from, double noiseDb) {
        float[] frame = new float[FRAME / step];
        for (int i = 0; i < frame.length; i++) {
            int at = from + i * step;
            frame[i] = at < samples.length ? samples[at] : 0;
            frame[i] += noiseDb < 0 ? (float) (Math.pow(10, noiseDb / 20) * random.nextGaussian()) : 0;
        }
        return frame;
    }

    private static long loudFrames(float[] samples, List<Verdict> verdicts, Verdict wanted) {
        long count = 0;
        for (int i = 0; i < verdicts.size(); i++) {
            double energy = 0;
            for (int k = i * FRAME; k < Math.min(samples.length, (i + 1) * FRAME); k++) {
                energy += samples[k] * samples[k];
            }
            count += 10 * Math.log10(energy / FRAME + 1e-12) > -45 && verdicts.get(i) == wanted ? 1 : 0;
        }
        return count;
    }

    private float[] voice(int frames) {
        float[] samples = new float[frames * FRAME];
        for (int at = 0; at < samples.length; ) {
            int length = (8 + random.nextInt(20)) * FRAME;
            double pitch = 90 + random.nextInt(160);
            double[] colour = random.doubles(20).map(weight -> weight * weight).toArray();
            int kind = at == 0 ? 0 : random.nextInt(6);
            double loudness = 0.02 + 0.05 * random.nextDouble();
            for (int i = 0; i < length && at < samples.length; i++, at++) {
                double swell = Math.sin(Math.PI * i / length);
                double sound = kind == 5 ? 0 : kind == 4 ? random.nextGaussian() * 0.5 : hum(pitch * (1 + 0.1 * i / length), colour, at);
                samples[at] = (float) (loudness * swell * sound);
            }
        }
        return samples;
    }

    private static double hum(double pitch, double[] colour, int at) {
        double sum = 0;
        for (int k = 0; k < colour.length; k++) {
            sum += colour[k] * Math.sin(2 * Math.PI * pitch * (k + 1) * at / HZ);
        }
        return sum;
    }

    private static float[] later(float[] samples, int frames, double gainDb) {
        float[] moved = new float[samples.length + frames * FRAME];
        for (int i = 0; i < samples.length; i++) {
            moved[i + frames * FRAME] = (float) (samples[i] * Math.pow(10, gainDb / 20));
        }
        return moved;
    }

    private static float[] sum(float[] one, float[] other) {
        float[] both = Arrays.copyOf(one, Math.max(one.length, other.length));
        for (int i = 0; i < other.length; i++) {
            both[i] += other[i];
        }
        return both;
    }
}
