package switchboard.appointments.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed with SIGKILL while it books. */
class SuddenDeathTest {

    private static final Instant START = Instant.parse("2026-12-04T16:00:00Z");

    @Test
    void what_was_announced_is_in_the_book(@TempDir Path folder) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), Booker.class.getName(), folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> announced = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            while (announced.size() < 40) {
                announced.add(lines.readLine());
            }
            // By its handle: Process.destroyForcibly would close the pipe, and with it hide what was said last.
            process.toHandle().destroyForcibly();
            lines.lines().filter(line -> line.matches("id-\\d+")).forEach(announced::add);
        }
        process.waitFor();

        AppointmentBook book = new AppointmentBook(new Database(H2.in(folder), 1));
        List<Appointment> all = book.read("diner", ledger -> ledger.all(START));
        List<Callback> callbacks = book.read("diner", ledger -> ledger.callbacks());
        book.close();
        assertThat(callbacks).extracting(Callback::call).containsAll(announced);
        assertThat(all).extracting(Appointment::id).containsAll(announced);
    }

    /** Books one after the other, and says so. */
    static final class Booker {

        private Booker() {
        }

        public static void main(String[] arguments) throws Exception {
            AppointmentBook book = new AppointmentBook(new Database(H2.in(Path.of(arguments[0])), 1));
            for (int i = 0; i < 100_000; i++) {
                String id = "id-" + i;
                Instant start = START.plusSeconds(900L * i);
                book.once("diner", id, START, ledger -> {
                    ledger.add(new Appointment(id, "table 1", "dinner", "Anna", "", 2, Note.NONE, start, start.plusSeconds(900), 0, START), Duration.ZERO);
                    ledger.note(new Callback(id, "Anna", "5551234", "", START));
                    return new Deed("", "");
                });
                System.out.println(id);
            }
        }
    }
}
