package switchboard.test.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What somebody who typed {@code ./switchboard …} saw.
 *
 * @param code the exit status
 */
record Typed(int code, String out, String err) {

    /**
     * Types it, and waits for the end.
     *
     * @param data    what the command works with; also keeps what it printed
     * @param input   on its standard input
     * @param options before the command
     */
    static Typed type(Path data, String input, List<String> options, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Server.ROOT.resolve("switchboard").toString(), "--data", data.toString()));
        command.addAll(options);
        command.addAll(List.of(arguments));
        Path out = data.resolve("out.txt");
        Path err = data.resolve("err.txt");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return new Typed(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
