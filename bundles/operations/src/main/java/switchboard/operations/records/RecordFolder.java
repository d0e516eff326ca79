package switchboard.operations.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where records lie: {@code calls/<company>/<date>/<time>-<call>.json}, and the sound beside them, readable by nobody but the
 * server's own user. Dates and times are UTC. How long a company's records are kept stands in its folder, because they have to go
 * also when the company is gone. Thread-safe for different files.
 */
final class RecordFolder {

    /** What may become the name of a file; everything else would be somebody's attempt. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,79}");
    private static final String RETENTION = ".retention-days";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss").withZone(ZoneOffset.UTC);
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping()
            .registerTypeAdapter(Instant.class, (JsonSerializer<Instant>) (instant, type, context) -> new JsonPrimitive(instant.toString())).create();

    private final Path calls;

    /** @param data the server's folder of data */
    RecordFolder(Path data) {
        this.calls = data.resolve("calls");
    }

    /** Writes a record; it is there whole, or not at all. */
    Path write(CallRecord record) throws IOException {
        Path file = place(record.company(), record.call(), record.opened(), ".json");
        Path folder = file.getParent();
        Path part = Files.createTempFile(folder, ".", ".part", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(part, GSON.toJson(record).getBytes(UTF_8));
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Where something of a call belongs; the folder is made. */
    Path place(String company, String call, Instant opened, String suffix) throws IOException {
        Path folder = calls.resolve(checked(company)).resolve(LocalDate.ofInstant(opened, ZoneOffset.UTC).toString());
        makeFolders(folder);
        return folder.resolve(TIME.format(opened) + "-" + checked(call) + suffix);
    }

    /**
     * Deletes what is older than a company keeps it, of all companies, and what a crash has left of it.
     *
     * @param retentionDays how long the company of this id keeps what is of its calls; empty for as long as was said last
     * @param otherwise     how long, if nothing was ever said
     * @return how many files were deleted
     */
    int deleteOld(LocalDate today, Function<String, OptionalInt> retentionDays, int otherwise) throws IOException {
        int deleted = 0;
        for (Path company : folders(calls)) {
            OptionalInt said = retentionDays.apply(company.getFileName().toString());
            LocalDate first = today.minusDays(said.isPresent() ? remember(company, said.getAsInt()) : remembered(company).orElse(otherwise));
            for (Path day : folders(company)) {
                if (date(day).filter(date -> date.isBefore(first)).isPresent()) {
                    deleted += delete(day);
                }
            }
        }
        return deleted;
    }

    private static int remember(Path company, int days) throws IOException {
        if (!remembered(company).equals(OptionalInt.of(days))) {
            Files.writeString(company.resolve(RETENTION), days + "\n");
        }
        return days;
    }

    private static OptionalInt remembered(Path company) throws IOException {
        Path file = company.resolve(RETENTION);
        String days = Files.isRegularFile(file, NOFOLLOW_LINKS) ? Files.readString(file).strip() : "";
        return days.matches("[1-9][0-9]{0,3}") ? OptionalInt.of(Integer.parseInt(days)) : OptionalInt.empty();
    }

    private static int delete(Path day) throws IOException {
        int deleted = 0;
        for (Path file : list(day)) {
            String name = file.getFileName().toString();
            if (Files.isRegularFile(file, NOFOLLOW_LINKS) && (name.endsWith(".json") || name.endsWith(".wav") || name.endsWith(".part"))) {
                Files.delete(file);
                deleted++;
            }
        }
        try {
            Files.delete(day);
        } catch (DirectoryNotEmptyException e) {
            // Somebody put something else there; it is theirs.
        }
        return deleted;
    }

    /** Each level by itself, because only the last one would get the permissions. */
    private static void makeFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        makeFolders(folder.getParent());
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            // made by another in the meantime
        }
    }

    private static Optional<LocalDate> date(Path folder) {
        try {
            return Optional.of(LocalDate.parse(folder.getFileName().toString()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static List<Path> folders(Path of) throws IOException {
        return list(of).stream().filter(path -> Files.isDirectory(path, NOFOLLOW_LINKS)).toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        }
    }

    private static String checked(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IOException("not fit for the name of a file: " + name);
        }
        return name;
    }
}
