package switchboard.model.store;

import com.google.gson.Gson;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import switchboard.model.store.DerivedFiles.Entry;

/** The shell's {@code voice:cache}: what was computed once and is kept. Thread-safe. */
@Component(service = CacheCommand.class, property = {"osgi.command.scope=voice", "osgi.command.function=cache"})
public final class CacheCommand {

    private static final String USAGE = """
            usage: voice:cache                     what is kept, the largest first
                   voice:cache --json              the same for programs
                   voice:cache explain ID|NAME     what it was computed from
                   voice:cache clear [ID|NAME]     removes it, or everything; it is computed again when it is needed""";

    private final Locations locations;
    private final DerivedFiles files;

    @Activate
    public CacheCommand() {
        this(Locations.ofThisProcess());
    }

    CacheCommand(Locations locations) {
        this.locations = locations;
        this.files = new DerivedFiles(locations.derived(), locations.verify());
    }

    /**
     * Lists, explains or clears.
     *
     * @param words as USAGE says
     * @throws IOException if the cache cannot be read, or a file cannot be removed
     */
    public String cache(String... words) throws IOException {
        List<Entry> all = files.all();
        String verb = words.length == 0 ? "list" : words[0];
        if (verb.equals("list") && words.length < 2) {
            return list(all);
        } else if (verb.equals("--json") && words.length == 1) {
            return new Gson().toJson(all.stream().map(Row::of).toList());
        } else if (verb.equals("explain") && words.length == 2) {
            return explain(chosen(all, words[1]));
        } else if (verb.equals("clear") && words.length <= 2) {
            return clear(words.length == 1 ? all : chosen(all, words[1]));
        }
        return USAGE;
    }

    /** An entry as JSON has it; times by ISO 8601. */
    private record Row(String id, String name, long bytes, String made, String used, String key) {

        static Row of(Entry entry) {
            return new Row(entry.id(), entry.name(), entry.bytes(), entry.made().toString(), entry.used().toString(), entry.key());
        }
    }

    private String list(List<Entry> all) {
        String rows = all.stream().map(CacheCommand::row).map(row -> row + "\n").collect(Collectors.joining());
        long bytes = all.stream().mapToLong(Entry::bytes).sum();
        return "%s%d files, %s of at most %s, in %s".formatted(rows, all.size(), megabytes(bytes), megabytes(DerivedFiles.MOST_BYTES), locations.derived());
    }

    private static String row(Entry entry) {
        return "%-16s  %-36s %9s  made %.16s  used %.16s".formatted(entry.id(), entry.name(), megabytes(entry.bytes()), entry.made(), entry.used());
    }

    private static String explain(List<Entry> chosen) {
        return chosen.isEmpty() ? "there is no such file; voice:cache lists them"
                : chosen.stream().map(entry -> row(entry) + "\n" + entry.key().indent(4)).collect(Collectors.joining());
    }

    private String clear(List<Entry> chosen) throws IOException {
        for (Entry entry : chosen) {
            files.remove(entry);
        }
        return "%d files removed, %s".formatted(chosen.size(), megabytes(chosen.stream().mapToLong(Entry::bytes).sum()));
    }

    private static List<Entry> chosen(List<Entry> all, String idOrName) {
        return all.stream().filter(entry -> entry.id().equals(idOrName) || entry.name().equals(idOrName)).toList();
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
