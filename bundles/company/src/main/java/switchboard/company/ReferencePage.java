package switchboard.company;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The manual of {@link Keys}, for people. */
final class ReferencePage {

    /** The sections, by the key that each begins with. */
    private static final Map<String, String> SECTIONS = Map.of(
            "id", "Who answers",
            "opening.hours", "Hours and bookings",
            "voice.name", "Voice and models",
            "llm.endpoint", "Language model",
            "vad.start.ms", "Turns and interruptions",
            "calls.max", "Limits",
            "recording", "Recording");

    private static final String INTRODUCTION = """
            # Configuration of a company

            <!-- Generated from CompanyConfiguration.java; see bundles/company, ReferenceFiles. Do not edit. -->

            Each company is one file, `switchboard.company~<id>.json`, in the folder `cnf/companies`: JSON in UTF-8, in which
            comments are allowed. Any other client of OSGi's Config Admin may set the same keys in a factory configuration of
            `switchboard.company`.

            - A saved file is read within a second and is in force at the next turn, of running calls too. Nothing has to be
              started anew, and no call is cut.
            - A file is judged as a whole. If anything in it is wrong, nothing of it takes effect: the last good configuration
              stays in force, also when the server is started again, and the log and `voice:companies` name file, line, key,
              value and what is allowed. A refused file is tried again by itself until it is valid, for example when a
              knowledge folder or a model appears later.
            - When a file is removed the company takes no more calls; running ones finish.
            - `voice:schema` prints this page, and `voice:schema --json` the JSON Schema from which editors complete keys;
              `"$schema": "./company.schema.json"` in a file points them to it.
            - A text has at most 10000 characters; one that has a form ("Allowed"), and each entry of a list, at most 500.
            - Secrets are never in a file. Where a key names one, it is an environment variable of the server or else a file of that
              name in the folder of secrets: the property `switchboard.secrets`, by default `~/.config/switchboard/secrets`. The file must
              belong to the server's user and be closed to all others (`chmod 600`); it is read anew for each use.

            The smallest valid file is `{"name": "Acme"}`; one in German is `{"name": "Acme", "language": "de"}`.
            """;

    private ReferencePage() {}

    /** All keys in sections, in Markdown. */
    static String markdown() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (Key key : Keys.COMPANY.all()) {
            if (SECTIONS.containsKey(key.id())) {
                page.append("\n## ").append(SECTIONS.get(key.id())).append("\n\n");
            }
            page.append("- **`").append(key.id()).append("`** (").append(type(key)).append("; ").append(otherwise(key)).append("). ")
                    .append(key.description()).append(form(key)).append('\n');
        }
        return page.toString();
    }

    private static String type(Key key) {
        String one = switch (key.type()) {
            case STRING -> "text";
            case BOOLEAN, INTEGER, DOUBLE -> key.allowed();
        };
        return key.list() ? "list of texts" : one;
    }

    private static String otherwise(Key key) {
        if (key.required()) {
            return "must be given";
        }
        return key.defaults().isEmpty() ? "optional" : "default " + key.defaults().stream().map(text -> code(key, text)).collect(Collectors.joining(", "));
    }

    private static String form(Key key) {
        if (key.type() != Key.Type.STRING || (key.pattern().isEmpty() && key.examples().isEmpty())) {
            return "";
        }
        List<String> examples = key.examples().stream().map(text -> code(key, text)).toList();
        return " Allowed: " + key.allowed() + "." + (examples.isEmpty() ? "" : " Examples: " + String.join(", ", examples) + ".");
    }

    private static String code(Key key, String text) {
        return switch (key.type()) {
            case STRING -> "`\"" + text + "\"`";
            case BOOLEAN -> "`" + text + "`";
            case INTEGER, DOUBLE -> "`" + Key.plain(Double.parseDouble(text)) + "`";
        };
    }
}
