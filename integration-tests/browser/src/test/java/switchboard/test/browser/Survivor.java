package switchboard.test.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A caller with a browser, who stays on the line whatever becomes of the server. */
final class Survivor implements AutoCloseable {

    private static final Path SCRIPT = Server.ROOT.resolve("integration-tests/browser/src/test/js/survivor.mjs");

    private final Process process;
    private final BufferedReader steps;
    private final PrintWriter wishes;

    /** Calls, and returns when the greeting is heard. */
    Survivor(URI page) throws IOException {
        process = new ProcessBuilder("node", SCRIPT.toString(), page.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        steps = process.inputReader(StandardCharsets.UTF_8);
        wishes = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        await("greeted");
    }

    /** Waits for a step of the script; another one is an error. */
    JsonObject await(String step) throws IOException {
        String line = steps.readLine();
        if (line == null) {
            throw new IllegalStateException("the caller's script ended before '" + step + "'");
        }
        JsonObject report = JsonParser.parseString(line).getAsJsonObject();
        if (!report.get("step").getAsString().equals(step)) {
            throw new IllegalStateException("expected '" + step + "', got " + report);
        }
        return report;
    }

    void wish(String what) {
        wishes.println(what);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
