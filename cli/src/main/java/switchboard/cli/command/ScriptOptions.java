package switchboard.cli.command;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;

/** The options of a script, read in what it prints as its help: {@code --port N   listen there}, one a line. */
final class ScriptOptions {

    private static final Pattern LINE = Pattern.compile("(?m)^ {2}(--[a-z-]+)(?: ([A-Z]+))? {2,}");

    private ScriptOptions() {}

    /** None if there is no such script. */
    static List<OptionSpec> of(Path script) {
        try {
            String text = Files.isRegularFile(script) ? Files.readString(script, StandardCharsets.UTF_8) : "";
            return LINE.matcher(text).results().map(ScriptOptions::option).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static OptionSpec option(MatchResult line) {
        String value = line.group(2);
        if (value == null) {
            return OptionSpec.builder(line.group(1)).type(boolean.class).arity("0").build();
        }
        return OptionSpec.builder(line.group(1)).type(value.equals("DIR") ? File.class : String.class).paramLabel(value).build();
    }
}
