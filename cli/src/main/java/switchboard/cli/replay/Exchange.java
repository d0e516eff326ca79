package switchboard.cli.replay;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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
        } catch (JsonParseException | CharacterCodingException e) {
            throw new IllegalArgumentException("'%s' is no record of a call: it is no JSON".formatted(file), e);
        }
        if (call == null || call.company == null || call.opened == null || call.transcript == null) {
            throw new IllegalArgumentException("'%s' is no record of a call; those lie in DATA/calls/COMPANY/DATE".formatted(file));
        }
        if (call.transcript.stream().anyMatch(line -> line == null || line.speaker == null || line.text == null)) {
            throw new IllegalArgumentException("'%s' is no record of a call: a line of its transcript has no speaker, or no text".formatted(file));
        }
        requireTime(file, call.opened);
        List<Exchange> exchanges = exchanges(call.transcript);
        if (exchanges.isEmpty()) {
            throw new IllegalArgumentException("nobody said anything in '%s'".formatted(file));
        }
        return new Recorded(call.company, call.opened, exchanges);
    }

    private static void requireTime(Path file, String opened) {
        try {
            Instant.parse(opened);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'%s' is no record of a call: 'opened' is '%s'; it must be a time such as 2026-12-01T10:15:00Z".formatted(file, opened), e);
        }
    }

    /** What the assistant says before the caller does is its greeting, and no answer. */
    private static List<Exchange> exchanges(List<Line> transcript) {
        List<Exchange> exchanges = new ArrayList<>();
        for (Line line : transcript) {
            String text = String.valueOf(line.text);
            if ("caller".equals(line.speaker)) {
                exchanges.add(new Exchange(text, "", false));
            } else if (!exchanges.isEmpty()) {
                Exchange last = exchanges.remove(exchanges.size() - 1);
                exchanges.add(new Exchange(last.caller, (last.then + " " + text).strip(), last.cut || "cut".equals(line.how)));
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

    private record Line(@Nullable String speaker, @Nullable String how, @Nullable String text) {}
}
