package switchboard.bench.dialogues;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One dialogue. Its form, one thing a line: {@code ## name | company | category}; {@code @now 2027-01-12T10:15};
 * {@code > the caller} or {@code >y a caller's yes}, before which nothing may change; {@code ~ a pattern that is heard};
 * {@code !~ one that is not}; {@code ?}: the answer is not known and that is said; {@code ---}: the same person calls again;
 * {@code = Fri 20:00 | 4 | Anna Miller | 01765512 | dinner}: a row that is there in the end; {@code = none}.
 *
 * @param rows what the call leaves in the database; absent if that is not the matter
 */
record Script(String name, String company, String category, LocalDateTime now, List<Line> lines, Optional<List<Row>> rows) {

    /** Each call has weeks of its own, so that nobody's table is taken by another call. */
    private static final LocalDateTime FIRST = LocalDateTime.of(2027, 1, 12, 10, 15);
    private static final int APART_DAYS = 14;

    /**
     * One turn.
     *
     * @param call      number of the call; a dialogue may have two
     * @param agrees    whether it is the yes to a read-back
     * @param abstains  whether the answer must be that it is not known
     */
    record Line(int call, String said, boolean agrees, boolean abstains, List<Pattern> heard, List<Pattern> unheard) {

        /** The same in other words, such as a recogniser's. */
        Line as(String words) {
            return new Line(call, words, agrees, abstains, heard, unheard);
        }

        /** Without what must be heard, where that is one of these words. */
        Line without(List<String> words) {
            return new Line(call, said, agrees, abstains, heard.stream().filter(pattern -> !words.contains(pattern.pattern())).toList(), unheard);
        }

        Line with(String mark, String text) {
            List<Pattern> more = new ArrayList<>(mark.equals("~") ? heard : unheard);
            more.add(Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
            return mark.equals("~") ? new Line(call, said, agrees, abstains, more, unheard) : new Line(call, said, agrees, abstains, heard, more);
        }
    }

    /** A booking; what is empty or 0 is not compared. */
    record Row(LocalDateTime start, int party, String name, String phone, String kind) {

        Row nameless() {
            return new Row(start, party, "", phone, kind);
        }
    }

    /** The same, spoken: others are the lines, and nobody knows how a name is written that is only heard, in an answer or in a row. */
    Script spoken(List<Line> others) {
        List<String> names = rows.stream().flatMap(List::stream).flatMap(row -> Stream.of(row.name().split(" "))).toList();
        return new Script(name, company, category, now, others.stream().map(line -> line.without(names)).toList(), rows.map(left -> left.stream().map(Row::nameless).toList()));
    }

    static List<Script> read(Path file) throws IOException {
        List<Script> scripts = new ArrayList<>();
        for (String text : Files.readString(file).split("(?m)^## ")) {
            if (text.contains("\n>")) {
                scripts.add(parse(text, FIRST.plusDays((long) APART_DAYS * scripts.size())));
            }
        }
        return scripts;
    }

    private static Script parse(String text, LocalDateTime usual) {
        String[] rows = text.split("\n");
        String[] head = rows[0].split("\\s*\\|\\s*");
        LocalDateTime now = usual;
        int call = 0;
        List<Line> lines = new ArrayList<>();
        List<Row> left = new ArrayList<>();
        boolean counts = false;
        for (String row : rows) {
            String mark = row.split(" ", 2)[0];
            String rest = row.substring(mark.length()).strip();
            switch (mark) {
                case "@now" -> now = LocalDateTime.parse(rest);
                case ">", ">y" -> lines.add(new Line(call, rest, mark.equals(">y"), false, List.of(), List.of()));
                case "~", "!~" -> lines.add(lines.remove(lines.size() - 1).with(mark, rest));
                case "?" -> {
                    Line last = lines.remove(lines.size() - 1);
                    lines.add(new Line(last.call(), last.said(), last.agrees(), true, last.heard(), last.unheard()));
                }
                case "---" -> call++;
                case "=" -> {
                    counts = true;
                    if (!rest.equals("none")) {
                        left.add(row(rest, now));
                    }
                }
                default -> { }
            }
        }
        return new Script(head[0], head[1], head[2], now, lines, counts ? Optional.of(left) : Optional.empty());
    }

    private static Row row(String text, LocalDateTime now) {
        String[] parts = (text + " ").split("\\|", -1);
        String[] when = parts[0].strip().split(" ");
        return new Row(LocalDateTime.parse(day(when[0], now.toLocalDate()) + "T" + when[1]), Integer.parseInt(part(parts, 1, "0")),
                part(parts, 2, ""), part(parts, 3, ""), part(parts, 4, ""));
    }

    private static String part(String[] parts, int index, String otherwise) {
        return index < parts.length && !parts[index].isBlank() ? parts[index].strip() : otherwise;
    }

    /** "today", "+3" days, "Fri" the coming one, or a date. */
    private static LocalDate day(String text, LocalDate today) {
        if (text.equals("today")) {
            return today;
        }
        if (text.startsWith("+")) {
            return today.plusDays(Integer.parseInt(text.substring(1)));
        }
        return List.of(DayOfWeek.values()).stream().filter(day -> day.name().startsWith(text.toUpperCase(java.util.Locale.ROOT))).findFirst()
                .map(day -> today.with(TemporalAdjusters.next(day))).orElseGet(() -> LocalDate.parse(text));
    }
}
