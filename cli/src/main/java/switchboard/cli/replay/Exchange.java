package switchboard.cli.replay;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the caller said, and what the assistant said to that.
 *
 * @param then the clauses, joined by blanks; empty if it said nothing
 * @param cut  whether the caller did not hear it to its end
 */
public record Exchange(String caller, String then, boolean cut) {

    /** A call that was recorded, as far as it matters here. */
    public record Recorded(String company, String opened, List<Exchange> exchanges) {}

    /**
     * Reads a call's record.
     *
     * @throws IllegalArgumentException if it is none, or nobody said anything in it
     */
    public static Recorded read(Path file) throws IOException {
        Call call;
        try (Reader reader = Files.newBufferedReader(file)) {
            call = new Gson().fromJson(reader, Call.class);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("'%s' is no record of a call: it is no JSON".formatted(file), e);
        }
        if (call == null || call.company == null || call.opened == null || call.transcript == null) {
            throw new IllegalArgumentException("'%s' is no record of a call; those lie in DATA/calls/COMPANY/DATE".formatted(file));
        }
        List<Exchange> exchanges = exchanges(call.transcript);
        if (exchanges.isEmpty()) {
            throw new IllegalArgumentException("nobody said anything in '%s'".formatted(file));
        }
        return new Recorded(call.company, call.opened, exchanges);
    }

    /** What the assistant says before the caller does is its greeting, and no answer. */
    private static List<Exchange> exchanges(List<Line> transcript) {
        List<Exchange> exchanges = new ArrayList<>();
        for (Line line : transcript) {
            if ("caller".equals(line.speaker)) {
                exchanges.add(new Exchange(line.text, "", false));
            } else if (!exchanges.isEmpty()) {
                Exchange last = exchanges.remove(exchanges.size() - 1);
                exchanges.add(new Exchange(last.caller, (last.then + " " + line.text).strip(), last.cut || "cut".equals(line.how)));
            }
        }
        return exchanges;
    }

    /** Whether this is what was said then; of an answer that was cut, what was heard must be its beginning. */
    public boolean isLike(String now) {
        String before = words(then);
        return cut ? words(now).startsWith(before) : words(now).equals(before);
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** The names are the record's. */
    private record Call(@Nullable String company, @Nullable String opened, @Nullable List<Line> transcript) {}

    private record Line(String speaker, String how, String text) {}
}
