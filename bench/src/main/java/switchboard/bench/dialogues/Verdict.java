package switchboard.bench.dialogues;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import switchboard.testkit.facts.FactQuestion;

/** How one dialogue went. Confined to one thread. */
final class Verdict {

    private final Script script;
    private final List<String> faults = new ArrayList<>();
    private final StringBuilder transcript = new StringBuilder();
    private Map<String, JsonObject> before = new HashMap<>();
    private Set<String> old = new HashSet<>();
    private int facts;
    private int factsRight;
    private int invented;
    private int unasked;

    Verdict(Script script, JsonElement rowsBefore) {
        this.script = script;
        before = byId(rowsBefore);
        old = Set.copyOf(before.keySet());
    }

    /** Hears a turn's answer, and looks into the database. */
    void hear(Script.Line line, String answer, JsonElement rows) {
        transcript.append("    > ").append(line.said()).append("\n    < ").append(answer).append('\n');
        boolean right = line.heard().stream().allMatch(pattern -> pattern.matcher(answer).find()) && line.unheard().stream().noneMatch(pattern -> pattern.matcher(answer).find());
        boolean abstained = FactQuestion.UNKNOWN.matcher(answer).find();
        if (script.category().startsWith("fact") || line.abstains()) {
            facts++;
            factsRight += right && (abstained ? line.abstains() || FactQuestion.DOUBT.matcher(answer).find() : !line.abstains()) ? 1 : 0;
            invented += line.abstains() && !abstained && !FactQuestion.OF_THE_MATTER.matcher(answer).find() ? 1 : 0;
        }
        if (!right || line.abstains() && !abstained) {
            faults.add("\"" + line.said() + "\" -> \"" + answer + "\"");
        }
        Map<String, JsonObject> now = byId(rows);
        if (!now.equals(before) && !line.agrees()) {
            unasked++;
            faults.add("the database changed at \"" + line.said() + "\"");
        }
        before = now;
    }

    /** Compares the rows that are left. */
    Verdict end() {
        script.rows().ifPresent(wanted -> {
            List<JsonObject> left = new ArrayList<>(before.values().stream().filter(row -> !old.contains(row.get("id").getAsString())).toList());
            for (Script.Row row : wanted) {
                if (!left.removeIf(found -> is(found, row))) {
                    faults.add("missing " + row + ", there is " + left);
                }
            }
            if (!left.isEmpty()) {
                faults.add("unwanted " + left);
            }
        });
        return this;
    }

    Script script() {
        return script;
    }

    boolean isRight() {
        return faults.isEmpty();
    }

    int facts() {
        return facts;
    }

    int factsRight() {
        return factsRight;
    }

    int invented() {
        return invented;
    }

    int unasked() {
        return unasked;
    }

    String report() {
        return "## %s (%s, %s)%n%s%n%s".formatted(script.name(), script.company(), script.category(), transcript, faults.isEmpty() ? "" : "  - " + String.join("\n  - ", faults) + "\n");
    }

    private static boolean is(JsonObject found, Script.Row row) {
        return found.get("local").getAsString().replace(' ', 'T').equals(row.start().toString())
                && (row.party() == 0 || found.get("party").getAsInt() == row.party())
                && (row.name().isEmpty() || same(found, "name", row.name())) && (row.phone().isEmpty() || same(found, "phone", row.phone()))
                && (row.kind().isEmpty() || same(found, "kind", row.kind()));
    }

    private static boolean same(JsonObject found, String field, String wanted) {
        return found.get(field).getAsString().toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT));
    }

    private static Map<String, JsonObject> byId(JsonElement rows) {
        Map<String, JsonObject> byId = new HashMap<>();
        rows.getAsJsonArray().forEach(row -> byId.put(row.getAsJsonObject().get("id").getAsString(), row.getAsJsonObject()));
        return byId;
    }
}
