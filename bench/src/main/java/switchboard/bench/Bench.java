package switchboard.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import switchboard.bench.endpointing.EndpointingBench;
import switchboard.test.browser.Caller;
import switchboard.test.browser.Server;
import switchboard.testkit.TestModels;

/** Starts the product, calls it from a browser, and writes down how long everything took. See bench/README.md. */
public final class Bench {

    private static final List<String> QUESTIONS = List.of(
            "What time do you open on Sunday?",
            "Is there somewhere to park near the restaurant?",
            "Do you have anything for vegans?",
            "Can I bring my dog with me?",
            "How much is the tasting menu?",
            "Who is the chef at your restaurant?",
            "Do you have high chairs for children?",
            "Are you open on Mondays?");

    private final Figures figures = new Figures();
    private final Path folder;
    private final int calls;

    private Bench(Path folder, int calls) {
        this.folder = folder;
        this.calls = calls;
    }

    /** Arguments: what (start, receptionist, stub, interruptions, companies or all), calls of eight turns each (5), starts (5). */
    public static void main(String[] arguments) throws Exception {
        String what = arguments.length > 0 ? arguments[0] : "all";
        int calls = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int starts = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        Bench bench = new Bench(Files.createDirectories(Path.of("target", "bench")), calls);
        Machine.measure(bench.figures);
        if (Stream.of("start", "all").anyMatch(what::equals)) {
            bench.coldStart();
            bench.starts(starts);
        }
        if (Stream.of("receptionist", "all").anyMatch(what::equals)) {
            bench.turns("receptionist", companies(""));
        }
        if (Stream.of("stub", "all").anyMatch(what::equals)) {
            try (StubLanguageModel stub = new StubLanguageModel()) {
                bench.turns("stub", companies(",\n  \"llm.target\": \"(model=openai)\",\n  \"llm.endpoint\": \"%s\"\n}".formatted(stub.endpoint())));
                stub.promptCharacters().forEach(characters -> bench.figures.add("request to the endpoint, tokens (characters / 4)", characters / 4.0));
            }
        }
        if (Stream.of("interruptions", "all").anyMatch(what::equals)) {
            bench.interruptions();
        }
        if (what.equals("all")) {
            EndpointingBench.run(new Caller(bench.folder).mouth(), bench.folder, bench.figures);
        }
        if (what.equals("companies")) {
            CompaniesBench.run(bench.figures);
        }
        Machine.measure(bench.figures);
        String command = "bench/run " + String.join(" ", arguments);
        bench.figures.write(Path.of("target"), "bench-" + what, command.strip());
        System.out.println(bench.figures.table());
    }

    /** With the weights there and nothing of what is computed from them. */
    private void coldStart() throws IOException, InterruptedException {
        Path cache = Files.createTempDirectory("cold-cache");
        Path models = TestModels.userCache().resolve("switchboard/models");
        Files.createSymbolicLink(Files.createDirectories(cache.resolve("switchboard")).resolve("models"), models);
        long begun = System.nanoTime();
        try (Server server = Server.start(Map.of("XDG_CACHE_HOME", cache.toString()))) {
            figures.add("start to first call taken, cold cache", (System.nanoTime() - begun) / 1e6);
        }
    }

    private void starts(int count) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            long begun = System.nanoTime();
            try (Server server = Server.start()) {
                figures.add("start to first call taken, warm cache", (System.nanoTime() - begun) / 1e6);
                figures.add("resident memory after start, MB", server.residentMb());
            }
        }
    }

    private void turns(String brain, Path companies) throws Exception {
        Caller caller = new Caller(folder.resolve(brain));
        try (Server server = Server.start("--companies", companies.toString())) {
            JsonObject report = caller.call(server.address("/c/tomatitos-2"), calls, QUESTIONS, List.of());
            for (JsonElement element : report.getAsJsonArray("calls")) {
                add(brain, element.getAsJsonObject());
            }
            figures.add("gaps within clauses, " + brain, metric(server, "switchboard_speech_gaps_total"));
            figures.add("silence in all of them, " + brain, 1000 * metric(server, "switchboard_speech_gaps_seconds_total"));
            figures.add("resident memory after the calls, " + brain + ", MB", server.residentMb());
        }
    }

    private static double metric(Server server, String name) throws IOException, InterruptedException {
        return server.get("/metrics").body().lines().filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length()))).findFirst().orElseThrow();
    }

    private void interruptions() throws Exception {
        Caller caller = new Caller(folder.resolve("interruptions"));
        try (Server server = Server.start()) {
            JsonObject report = caller.interrupt(server.address("/c/tomatitos-2"), calls, QUESTIONS, "Sorry, do you also have a table for tonight?");
            for (JsonElement call : report.getAsJsonArray("calls")) {
                for (JsonElement interruption : call.getAsJsonObject().getAsJsonArray("interruptions")) {
                    JsonElement silenced = interruption.getAsJsonObject().get("silencedMs");
                    figures.add(silenced.isJsonNull() ? "interruptions that did not silence the assistant" : "interruption to silence at the ear",
                            silenced.isJsonNull() ? 1 : silenced.getAsDouble());
                }
            }
        }
    }

    private void add(String brain, JsonObject call) {
        figures.add("connect to first audio, " + brain, call.get("connectToAudioMs").getAsDouble());
        for (JsonElement answer : call.getAsJsonArray("answers")) {
            figures.add("voice to voice at the ear, " + brain, answer.getAsJsonObject().get("voiceToVoiceMs").getAsDouble());
        }
        for (JsonElement element : call.getAsJsonArray("turns")) {
            JsonObject turn = element.getAsJsonObject();
            figures.add("ledger total, " + brain, turn.get("total_ms").getAsDouble());
            for (JsonElement part : turn.getAsJsonArray("parts")) {
                JsonObject used = part.getAsJsonObject();
                figures.add("  " + used.get("name").getAsString() + ", " + brain, used.get("ms").getAsDouble());
            }
        }
    }

    /** A copy of the sample companies, with more settings for the restaurant. */
    private static Path companies(String settings) throws IOException {
        Path source = Server.ROOT.resolve("cnf/companies");
        Path copy = Files.createTempDirectory("companies");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : new ArrayList<>(files.toList())) {
                Path target = copy.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        Files.writeString(copy.resolve("switchboard.speech.cfg"), "remembered.mb = 0\n"); // the second call asks what the first did
        Path restaurant = copy.resolve("switchboard.company~tomatitos-2.json");
        String json = Files.readString(restaurant, StandardCharsets.UTF_8).stripTrailing();
        Files.writeString(restaurant, settings.isEmpty() ? json : json.substring(0, json.length() - 1).stripTrailing() + settings);
        return copy;
    }
}
