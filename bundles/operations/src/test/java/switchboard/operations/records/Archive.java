package switchboard.operations.records;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.testkit.fake.FakeClock;

/** A folder of records, and what the tests look at in it. */
record Archive(Path data, FakeClock clock) {

    static final CallInfo ACME = new CallInfo("c1", "acme");

    Archive(Path data) {
        this(data, new FakeClock("2026-03-01T09:30:05Z"));
    }

    /** Records of these companies, for thirty days. */
    CallRecords records(String... companies) {
        return new CallRecords(new Named(Set.of(companies), 30), data, clock);
    }

    /** A short call. */
    static void call(CallRecords records, CallInfo call) {
        records.opened(call);
        records.happened(call, new CallEvent.UserTranscript("Hello?", true, false));
        records.closed(call, "the caller hung up");
    }

    List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).map(file -> data.relativize(file).toString()).sorted().toList();
        }
    }

    JsonObject read(String file) throws IOException {
        return JsonParser.parseString(Files.readString(data.resolve(file))).getAsJsonObject();
    }

    String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)));
    }
}
