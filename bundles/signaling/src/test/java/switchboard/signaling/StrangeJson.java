package switchboard.signaling;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** What clients send that mean ill or know no better: right names with any values. The same for the same seed. */
public final class StrangeJson {

    private static final List<JsonElement> VALUES = List.of(JsonNull.INSTANCE, new JsonPrimitive(true), new JsonPrimitive(0), new JsonPrimitive(0.5), new JsonPrimitive(-1), new JsonPrimitive(1e300),
            new JsonPrimitive(Long.MAX_VALUE), new JsonPrimitive(""), new JsonPrimitive(" "), new JsonPrimitive("true"), new JsonPrimitive("../acme"),
            new JsonPrimitive("\u0000\ud800\u202e"), new JsonPrimitive("long ".repeat(10_000)));

    private final Random random;

    public StrangeJson(long seed) {
        random = new Random(seed);
    }

    /** One of some. */
    public <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** An object of some of these members, each with a value that it may have, or one of a wrong type. */
    public JsonObject object(List<String> names, Supplier<JsonElement> right) {
        JsonObject object = new JsonObject();
        for (String name : names) {
            if (random.nextInt(4) > 0) {
                object.add(name, random.nextBoolean() ? right.get() : value(3));
            }
        }
        return object;
    }

    /** Anything. */
    public JsonElement value(int depth) {
        int kind = random.nextInt(depth > 0 ? 8 : 6);
        if (kind == 7) {
            JsonArray array = new JsonArray();
            array.add(value(depth - 1));
            return array;
        }
        if (kind == 6) {
            JsonObject object = new JsonObject();
            object.add(any(List.of("type", "content", "", "candidate")), value(depth - 1));
            return object;
        }
        return any(VALUES);
    }

    /** The same text, mostly with something cut out of it. */
    public String torn(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(4));
        return text.substring(0, from) + text.substring(to);
    }
}
