package switchboard.llm.receptionist.booking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A scripted call. The script's format stands at the top of booking.txt. */
record Dialogue(String name, String instructions, Set<String> tools, List<Line> lines) {

    /**
     * @param said     by the caller
     * @param heard    words that are in the answer
     * @param asked    tools and their arguments
     * @param toolSays what the tool says; empty for its read-back
     */
    record Line(String said, List<String> heard, List<String> asked, String toolSays) {}

    static Stream<Dialogue> in(String file) {
        List<Dialogue> dialogues = new ArrayList<>();
        for (String script : text(file).split("(?m)^## ")) {
            if (script.contains("> ")) {
                dialogues.add(read(script));
            }
        }
        return dialogues.stream();
    }

    private static Dialogue read(String script) {
        String[] rows = script.split("\n");
        String instructions = "You are the receptionist of Tomatitos, a small Spanish restaurant.";
        Set<String> tools = Set.of("find_free_times", "book_appointment", "move_appointment", "cancel_appointment", "find_appointment");
        List<Line> lines = new ArrayList<>();
        for (String row : rows) {
            Line last = lines.isEmpty() ? new Line("", List.of(), List.of(), "") : lines.remove(lines.size() - 1);
            String rest = row.substring(Math.min(2, row.length()));
            if (row.startsWith("@tools ")) {
                tools = Set.of(row.substring(7).split(" "));
            } else if (row.startsWith("@ ")) {
                instructions = rest;
            }
            Stream.of(last).filter(line -> !line.said().isEmpty()).map(line -> row.startsWith("= ") ? new Line(line.said(), with(line.heard(), rest), line.asked(), line.toolSays())
                    : row.startsWith("! ") ? new Line(line.said(), line.heard(), with(line.asked(), rest), line.toolSays())
                    : row.startsWith("* ") ? new Line(line.said(), line.heard(), line.asked(), rest) : line).forEach(lines::add);
            if (row.startsWith("> ")) {
                lines.add(new Line(rest, List.of(), List.of(), ""));
            }
        }
        return new Dialogue(rows[0], instructions, tools, lines);
    }

    private static List<String> with(List<String> list, String more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    private static String text(String file) {
        try (InputStream in = Dialogue.class.getResourceAsStream("/dialogues/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
