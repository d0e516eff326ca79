package switchboard.llm.openai;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The JSON objects in a text that a model wrote, and the text around them. Doubled braces, as the templates of some models
 * show them, count as one.
 */
record WrittenObjects(List<JsonObject> objects, String around) {

    /** @throws JsonParseException if an object is broken off or malformed; its message may quote the text: do not log it */
    static WrittenObjects in(String text) {
        List<JsonObject> objects = new ArrayList<>();
        StringBuilder around = new StringBuilder();
        int next = 0;
        while (next < text.length()) {
            if (text.charAt(next) == '{') {
                StringBuilder json = new StringBuilder();
                next = copyObject(text, next, json);
                objects.add(StrictJson.object(json.toString()));
            } else {
                around.append(text.charAt(next++));
            }
        }
        return new WrittenObjects(objects, around.toString());
    }

    /** Copies the object that begins at an index, each doubled brace once; returns the index after it. */
    private static int copyObject(String text, int from, StringBuilder json) {
        Deque<Boolean> doubled = new ArrayDeque<>();
        boolean quoted = false;
        int next = from;
        do {
            if (next >= text.length()) {
                throw new JsonParseException("broken off");
            }
            char c = text.charAt(next++);
            json.append(c);
            if (quoted && c == '\\' && next < text.length()) {
                json.append(text.charAt(next++));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                boolean twice = text.startsWith("{", next);
                doubled.push(twice);
                next += twice ? 1 : 0;
            } else if (!quoted && c == '}' && doubled.pop()) {
                // A model that forgets the second one has still closed the object.
                next += text.startsWith("}", next) ? 1 : 0;
            }
        } while (!doubled.isEmpty());
        return next;
    }
}
