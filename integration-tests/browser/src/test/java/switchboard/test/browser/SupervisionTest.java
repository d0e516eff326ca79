package switchboard.test.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The start script's watch over the server, with small shell scripts in the place of servers. */
@Timeout(60)
class SupervisionTest {

    private static final String OBEDIENT = "trap 'exit 0' TERM; echo up; while :; do sleep 0.1; done";
    private static final String STUBBORN = "trap '' TERM; echo up; while :; do sleep 0.1; done";

    @TempDir
    Path folder;

    @Test
    void a_server_that_dies_is_started_again_at_once_and_each_death_is_named() throws Exception {
        Run run = supervise(5, "kill -KILL $$", "kill -ABRT $$", "exit 3", OBEDIENT);
        run.awaitUp();
        run.askToStop();

        assertThat(run.end()).isZero();
        assertThat(run.words()).anyMatch(line -> line.contains("was killed") && line.endsWith("; starting it again"))
                .anyMatch(line -> line.contains("aborted in native code") && line.endsWith("death 2 in a row, starting it again in 1 s"))
                .anyMatch(line -> line.contains("ran out of memory") && line.endsWith("death 3 in a row, starting it again in 2 s"))
                .last().isEqualTo("run: stopped");
    }

    @Test
    void a_crash_report_is_named() throws Exception {
        Run run = supervise(5, "echo report > \"$crash_reports/hs_err_pid$$.log\"; kill -SEGV $$", OBEDIENT);
        run.awaitUp();
        run.askToStop();
        run.end();

        assertThat(run.words()).anyMatch(line -> line.startsWith("run: what the process did when it crashed: " + folder));
    }

    @Test
    void a_server_that_ends_well_by_itself_is_not_started_again() throws Exception {
        Run run = supervise(5, "exit 0");

        assertThat(run.end()).isZero();
        assertThat(run.words()).containsExactly("run: the server has stopped by itself");
    }

    @Test
    void a_server_that_does_not_stop_in_time_is_killed_and_that_is_a_failure() throws Exception {
        Run run = supervise(1, STUBBORN);
        run.awaitUp();
        run.askToStop();

        assertThat(run.end()).isEqualTo(1);
        assertThat(run.words()).last().isEqualTo("run: the server did not stop in time and was killed");
    }

    @Test
    void the_pauses_double_up_to_a_minute() throws Exception {
        Process bash = new ProcessBuilder("bash", "-c", ". \"$0\"; for n in 1 2 3 4 5 6 7 8 9 99; do pause_after $n; done",
                Server.ROOT.resolve("cnf/supervise.sh").toString()).start();

        assertThat(bash.inputReader(StandardCharsets.UTF_8).lines()).containsExactly("0", "1", "2", "4", "8", "16", "32", "60", "60", "60");
    }

    /** @param servers what each one does, the first, the second … */
    private Run supervise(int patienceSeconds, String... servers) throws IOException {
        for (int i = 0; i < servers.length; i++) {
            Files.writeString(folder.resolve("server-" + (i + 1)), servers[i]);
        }
        Path script = Files.writeString(folder.resolve("run"), """
                set -euo pipefail
                export crash_reports="$1"
                life=0
                . "$2"
                serve() { life=$((life + 1)); bash "$crash_reports/server-$life" & server=$!; }
                supervise "$3"
                """);
        Path err = folder.resolve("err");
        return new Run(new ProcessBuilder("bash", script.toString(), folder.toString(), Server.ROOT.resolve("cnf/supervise.sh").toString(),
                String.valueOf(patienceSeconds)).redirectError(err.toFile()).start(), err);
    }

    private record Run(Process process, Path err) {

        void awaitUp() throws IOException {
            assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("up");
        }

        void askToStop() {
            process.destroy();
        }

        int end() throws InterruptedException {
            return process.waitFor();
        }

        List<String> words() throws IOException {
            return Files.readAllLines(err);
        }
    }
}
