package switchboard.company;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Config Admin's JSON format says of a text that is JSON and still none of its configurations.
 *
 * @param key   as it stands in the text
 * @param twice whether the key was there before, in other capitals; else it says a type that its value has not
 * @see <a href="https://docs.osgi.org/specification/osgi.cmpn/8.0.0/service.configurator.html#service.configurator-resources">Configurator, 150.3</a>
 */
record FormatComplaint(String key, boolean twice) {

    private static final Pattern TYPE = Pattern.compile(".*Invalid value/type for configuration : (.*) : .*", Pattern.DOTALL);
    private static final Pattern TWICE = Pattern.compile(".*Duplicate property .* : (.*)", Pattern.DOTALL);

    /** Empty if it says something else. */
    static Optional<FormatComplaint> of(Exception e) {
        String message = String.valueOf(e.getMessage());
        Matcher type = TYPE.matcher(message);
        Matcher again = TWICE.matcher(message);
        return type.matches() ? Optional.of(new FormatComplaint(type.group(1), false))
                : again.matches() ? Optional.of(new FormatComplaint(again.group(1), true)) : Optional.empty();
    }

    CompanyText.NotJsonException inOurWords(JsonLines lines) {
        String what = twice ? "'%s' is given twice; capitals make no other key of it"
                : "'%s' says a type behind its colon that does not exist or that its value has not; leave the colon and the type out";
        return new CompanyText.NotJsonException(what.formatted(Mistake.shown(key)), lines.of(JsonLines.name(key)));
    }
}
