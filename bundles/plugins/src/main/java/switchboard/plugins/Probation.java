package switchboard.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.plugins.sample.Unfit;

/**
 * Remembers on disk which plugin was started last. Native code can end the process, and no trial catches that: then the next
 * process finds the note and counts a death against that plugin. One with {@value #MOST_DEATHS} deaths is not admitted any
 * more. The note is gone when the plugin has served for a while, when it was rejected, and when the server stops in order.
 *
 * <p>The file {@value #FILE} holds a digest and a count per line; the digest of the one on probation is marked with an asterisk.
 *
 * <p>Thread-safe, but admits one plugin at a time.
 */
final class Probation implements Admission {

    static final String FILE = ".probation";
    static final int MOST_DEATHS = 3;
    static final Duration LENGTH = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(Probation.class);

    private final Path file;
    private final Admission admission;
    private final Clock clock;
    private final Map<String, Integer> deaths = new TreeMap<>();
    private Optional<Suspect> suspect = Optional.empty();

    private record Suspect(String sha256, Instant since) {}

    /** @throws IOException if what the last process left behind cannot be read */
    Probation(Path folder, Admission admission, Clock clock) throws IOException {
        this.file = folder.resolve(FILE);
        this.admission = admission;
        this.clock = clock;
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            String[] words = line.split(" ");
            if (words.length >= 2 && words[1].matches("\\d{1,9}")) {
                deaths.put(words[0], Integer.parseInt(words[1]) + words.length - 2);
            }
        }
    }

    @Override
    public Running admit(PluginJar jar) throws Unfit, IOException, InterruptedException {
        int before = begin(jar);
        if (before >= MOST_DEATHS) {
            throw new Unfit("the server process died %d times in a row within %d minutes of its start".formatted(before, LENGTH.toMinutes()),
                    "Look for crash reports in the folder 'crashes' of the server's data; correct its native code or its use of memory.");
        }
        boolean admitted = false;
        try {
            Running running = admission.admit(jar);
            admitted = true;
            return running;
        } finally {
            if (!admitted) {
                forget(jar);
            }
        }
    }

    /** Whoever has served long enough is on probation no more. */
    synchronized void look() throws IOException {
        if (suspect.filter(last -> last.since().plus(LENGTH).isBefore(clock.instant())).isPresent()) {
            acquit();
        }
    }

    /** The process has lived, or ends well: nobody is under suspicion. */
    synchronized void acquit() throws IOException {
        deaths.clear();
        suspect = Optional.empty();
        write();
    }

    /** It was turned away, and the process is alive. */
    private synchronized void forget(PluginJar jar) throws IOException {
        deaths.remove(jar.sha256());
        suspect = Optional.empty();
        write();
    }

    /** @return how often the process died of it */
    private synchronized int begin(PluginJar jar) throws IOException {
        int before = deaths.getOrDefault(jar.sha256(), 0);
        if (before >= MOST_DEATHS) {
            deaths.remove(jar.sha256()); // who corrects it and puts it back begins anew
            write();
            return before;
        }
        if (before > 0) {
            log.warn("plugin={} bundle={} event=suspect deaths={} the server process died while it was the last plugin started; tried again",
                    jar.fileName(), jar.owner(), before);
        }
        deaths.put(jar.sha256(), before);
        suspect = Optional.of(new Suspect(jar.sha256(), clock.instant()));
        write();
        return before;
    }

    private void write() throws IOException {
        List<String> lines = new ArrayList<>();
        deaths.forEach((sha256, count) -> lines.add(sha256 + " " + count + (isSuspect(sha256) ? " *" : "")));
        if (lines.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        Path part = file.resolveSibling(FILE + ".part");
        Files.write(part, lines);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean isSuspect(String sha256) {
        return suspect.filter(last -> last.sha256().equals(sha256)).isPresent();
    }
}
