package switchboard.llm.openai;

import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.GenerationEvent.ToolRequested;
import switchboard.api.llm.Message;
import switchboard.api.tool.ToolDescription;

/**
 * The tools that a model may ask for. Immutable.
 *
 * @param names   of the tools
 * @param usedIds of the uses that the conversation knows
 */
record Offer(Set<String> names, Set<String> usedIds) {

    /** Mistral's templates refuse every other length. */
    private static final int ID_CHARACTERS = 9;

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    static Offer of(ChatRequest request) {
        return new Offer(
                request.tools().stream().map(ToolDescription::name).collect(Collectors.toUnmodifiableSet()),
                request.conversation().stream().filter(Message.ToolUse.class::isInstance)
                        .map(message -> ((Message.ToolUse) message).id()).collect(Collectors.toUnmodifiableSet()));
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /**
     * The wishes for tools that were offered, in order. One whose id is missing, or not unique in the conversation (some
     * servers count from zero in each answer), gets a new one; missing arguments are an empty object.
     *
     * @throws JsonParseException if the arguments for an offered tool are no JSON object
     */
    List<ToolRequested> granted(List<Wish> wishes) {
        Set<String> ids = new HashSet<>(usedIds);
        List<ToolRequested> granted = new ArrayList<>();
        for (Wish wish : wishes) {
            if (names.contains(wish.name())) {
                String arguments = wish.arguments().isBlank() ? "{}" : StrictJson.object(wish.arguments()).toString();
                String id = wish.id();
                while (id.isBlank() || !ids.add(id)) {
                    id = newId();
                }
                granted.add(new ToolRequested(id, wish.name(), arguments));
            }
        }
        return granted;
    }

    private static String newId() {
        return ThreadLocalRandom.current().ints(ID_CHARACTERS, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1)).collect(Collectors.joining());
    }
}
