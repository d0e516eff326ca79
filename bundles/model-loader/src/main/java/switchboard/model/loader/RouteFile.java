package switchboard.model.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.model.loader.Rules.Canary;

/**
 * Keeps the rules over a restart, in a file of one line for each: the kind, who is preferred, who is a canary for how many
 * percent. The last line of a kind is in force, those above it are what it can be rolled back to. Not thread-safe.
 *
 * @param file empty: nothing is kept
 */
record RouteFile(Optional<Path> file) {

    private static final Logger log = LoggerFactory.getLogger(RouteFile.class);
    private static final Pattern LINE = Pattern.compile("(\\w+)(?: preferred=(\\S+))?(?: canary=(\\S+) percent=(\\d{1,2}|100))?");
    private static final String HEAD = "# What serves, as told by voice:swap and voice:canary; the last line of a kind counts. Written by the server.";

    /** The rules of each kind, the newest first; none if the file is absent, or cannot be understood, which the log says. */
    Map<String, Deque<Rules>> read() {
        if (file.filter(Files::exists).isEmpty()) {
            return Map.of();
        }
        try {
            Map<String, Deque<Rules>> read = new HashMap<>();
            for (String line : Files.readAllLines(file.get())) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    Matcher rule = LINE.matcher(line.strip());
                    if (!rule.matches()) {
                        throw new IOException("this line is no route: " + line);
                    }
                    read.computeIfAbsent(rule.group(1), kind -> new ConcurrentLinkedDeque<>()).push(rules(rule));
                }
            }
            read.forEach((kind, rules) -> log.info("event=route-restored kind={} {}; until a model is there, others serve", kind, told(rules.getFirst())));
            return read;
        } catch (IOException e) {
            log.warn("event=routes-ignored file={} reason=\"{}\"; models serve as if none had been chosen: correct the file, or choose again",
                    file.get(), e.getMessage());
            return Map.of();
        }
    }

    /** Replaces the file as a whole; if that fails, the log says so and the rules are in force nevertheless. */
    void write(Map<String, Deque<Rules>> all) {
        if (file.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>(List.of(HEAD));
        all.forEach((kind, rules) -> {
            for (Iterator<Rules> oldestFirst = rules.descendingIterator(); oldestFirst.hasNext();) {
                lines.add((kind + " " + told(oldestFirst.next())).strip());
            }
        });
        Path part = file.get().resolveSibling(file.get().getFileName() + ".part");
        try {
            Files.createDirectories(part.getParent());
            Files.write(part, lines, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SYNC);
            Files.move(part, file.get(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.error("event=routes-not-kept file={}; they are forgotten at the next start", file.get(), e);
        }
    }

    private static String told(Rules rules) {
        return (rules.preferred().map(owner -> "preferred=" + owner).orElse("")
                + rules.canary().map(canary -> " canary=" + canary.owner() + " percent=" + canary.percent()).orElse("")).strip();
    }

    /** A canary that is restored may have any call: those that came before it ended with the server. */
    private static Rules rules(Matcher line) {
        return new Rules(Optional.ofNullable(line.group(2)),
                Optional.ofNullable(line.group(3)).map(owner -> new Canary(owner, Integer.parseInt(line.group(4)), 0)));
    }
}
