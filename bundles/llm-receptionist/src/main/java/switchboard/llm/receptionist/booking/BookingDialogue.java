package switchboard.llm.receptionist.booking;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Message;
import switchboard.api.time.SpokenTimes;
import switchboard.llm.receptionist.booking.Replay.Turn;

/**
 * Books, moves, cancels and looks up, by asking for one missing detail after the other and then for a tool. The read-back and
 * the yes are the assistant's. Stateless: where the dialogue stands is found in the conversation. Thread-safe.
 */
public final class BookingDialogue {

    private static final Pattern REPEAT = Pattern.compile(".*\\b(?:repeat|say) (?:that|it)\\b.*|pardon(?: me)?");

    /** Of a local time up to its minutes, 2026-12-01T14:30, with or without an offset behind it. */
    private static final int MINUTES = 16;

    private final SpokenTimes times;

    /** @param times of the language that is spoken */
    public BookingDialogue(SpokenTimes times) {
        this.times = times;
    }

    /**
     * What comes next, if the caller wants something that one of the offered tools does.
     *
     * @param facts answers a question about something else, from the documents; empty if they do not
     * @param unknown what is said then
     */
    public Optional<BookingAnswer> answer(ChatRequest request, Function<String, Optional<String>> facts, String unknown) {
        Offered offered = new Offered(request.tools());
        if (offered.isEmpty() || REPEAT.matcher(Speech.plain(request.question())).matches()) {
            return Optional.empty();
        }
        LocalDateTime now = request.now().toLocalDateTime();
        Replay replay = new Replay(offered, new TurnReader(times, now, List.of()), new Needs(offered, request.instructions()));
        String before = replay(request.conversation(), replay);
        if (replay.turn() == Turn.LEFT) {
            return say("All right, I have dropped it. Is there anything else that I can do for you?");
        }
        return replay.intent().flatMap(intent -> next(request, replay, intent, before, facts, unknown, offered, now));
    }

    /**
     * What to say instead of a tool's own words: when a time was looked up only to tell at once if it is taken, and it is free, the
     * dialogue goes on. Empty if the tool's words are the answer.
     */
    public Optional<String> afterLooking(ChatRequest request) {
        Offered offered = new Offered(request.tools());
        if (!(request.conversation().get(request.conversation().size() - 1) instanceof Message.ToolOutput output) || offered.isEmpty() || isDenied(output.text())) {
            return Optional.empty();
        }
        Replay replay = new Replay(offered, new TurnReader(times, request.now().toLocalDateTime(), List.of()), new Needs(offered, request.instructions()));
        String before = replay(request.conversation(), replay);
        if (replay.takesTheFirst()) {
            return firstTime(output.text()).map(time -> Outcome.offer("I have " + spoken(time, request.now().toLocalDate()) + "."));
        }
        if (replay.canBeBooked()) {
            return Optional.of(Outcome.offer(output.spoken().strip()));
        }
        return !replay.asksWhetherFree() || replay.asksForTimes() ? Optional.empty() : replay.missing().map(missing ->
                withKinds(question(replay.turn(), Speech.agrees(request.question()), missing, Intent.BOOK, replay.slots(), before), missing, offered));
    }

    /** "Half past two in the afternoon tomorrow". */
    private String spoken(LocalDateTime time, LocalDate today) {
        String day = times.say(time.toLocalDate(), today);
        return times.say(time.toLocalTime()) + (day.matches("today|tomorrow.*") ? " " : " on ") + day;
    }

    /** The first of the times that {@code find_free_times} found. */
    private static Optional<LocalDateTime> firstTime(String content) {
        try {
            JsonArray found = JsonParser.parseString(content).getAsJsonObject().getAsJsonArray("times");
            return found == null || found.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(found.get(0).getAsString().substring(0, MINUTES)));
        } catch (JsonParseException | IllegalStateException | IndexOutOfBoundsException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** As {@code find_free_times} answers; what is no such answer denies nothing. */
    private static boolean isDenied(String content) {
        try {
            return JsonParser.parseString(content) instanceof JsonObject json && json.has("free") && !json.get("free").getAsBoolean();
        } catch (JsonParseException | UnsupportedOperationException e) {
            return true;
        }
    }

    /** Returns what the assistant said before the last turn. */
    private static String replay(List<Message> conversation, Replay replay) {
        String before = "";
        StringBuilder assistant = new StringBuilder();
        for (Message message : conversation) {
            if (message instanceof Message.User said) {
                before = assistant.isEmpty() ? before : assistant.toString().strip();
                assistant.setLength(0);
                replay.hear(before, said.text());
            } else if (message instanceof Message.Assistant) {
                assistant.append(message.text()).append(' ');
            }
        }
        return before;
    }

    private Optional<BookingAnswer> next(ChatRequest request, Replay replay, Intent intent, String before, Function<String, Optional<String>> facts, String unknown, Offered offered, LocalDateTime now) {
        Optional<Slot> missing = replay.missing();
        boolean nothing = replay.turn() == Turn.NOTHING;
        boolean proposed = missing.isEmpty() && nothing && !intent.onlyLooks() && Outcome.isReadBack(before);
        if (replay.aside().isPresent() && (nothing || missing.isPresent())) {
            String fact = facts.apply(replay.aside().get()).orElse(unknown);
            return missing.isPresent() ? say(fact + " So, " + continued(withKinds(missing.get().question(intent), missing.get(), offered)))
                    : proposed ? again(fact, replay, intent, offered, now) : Optional.empty();
        }
        if (replay.asksWhetherFree()) {
            return Optional.of(new BookingAnswer.Ask(Intent.FREE.tool(), arguments(replay, Intent.FREE, offered, now)));
        }
        if (missing.isPresent()) {
            return say(withKinds(question(replay.turn(), Speech.agrees(request.question()), missing.get(), intent, replay.slots(), before), missing.get(), offered));
        }
        if (!nothing) {
            return Optional.of(new BookingAnswer.Ask(intent.tool(), arguments(replay, intent, offered, now)));
        }
        return intent.onlyLooks() ? Optional.empty() : proposed ? again("Sorry, I did not get that.", replay, intent, offered, now)
                : say("Sorry, I did not get that. You can change the day, the time" + (intent == Intent.BOOK ? ", the number of people or the name." : " or the name.") + " What shall I change?");
    }

    /** What was proposed is proposed once more: only a no takes it away. */
    private Optional<BookingAnswer> again(String first, Replay replay, Intent intent, Offered offered, LocalDateTime now) {
        return Optional.of(new BookingAnswer.Ask(first, intent.tool(), arguments(replay, intent, offered, now)));
    }

    private static String question(Turn turn, boolean agreed, Slot missing, Intent intent, Slots slots, String before) {
        boolean whichDay = intent == Intent.MOVE && missing == Slot.DAY && slots.party() > 0;
        String question = whichDay ? "For which day is it booked?" : missing.question(intent);
        return switch (turn) {
            case STARTED -> (intent == Intent.BOOK || intent == Intent.FREE ? "Gladly. " : "Of course. ") + question;
            case RESTARTED -> "All right, from the beginning. " + question;
            case GAINED -> question;
            default -> agreed ? question : before.contains(missing.again(intent)) ? "Sorry. " + question : "Sorry, I did not get that. " + missing.again(intent);
        };
    }

    /** Nobody can choose from what was not named. */
    private static String withKinds(String question, Slot missing, Offered offered) {
        List<String> kinds = offered.kinds(Intent.BOOK);
        if (missing != Slot.KIND || kinds.size() < 2) {
            return question;
        }
        String choice = String.join(", ", kinds.subList(0, kinds.size() - 1)) + " or " + kinds.get(kinds.size() - 1);
        return question.replaceFirst("\\?$", ": " + java.util.regex.Matcher.quoteReplacement(choice) + "?");
    }

    private static String continued(String question) {
        String plain = question.replaceFirst("^And ", "");
        return plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
    }

    private String arguments(Replay replay, Intent intent, Offered offered, LocalDateTime now) {
        Slots slots = replay.slots();
        JsonObject arguments = new JsonObject();
        slots.name().ifPresent(name -> arguments.addProperty("name", name));
        slots.phone().ifPresent(phone -> arguments.addProperty("phone", phone));
        String when = slots.when().text(times, now);
        if (intent == Intent.MOVE) {
            put(arguments, "from", slots.from().text(times, now));
            put(arguments, "to", when.isEmpty() ? slots.from().text(times, now) : when);
        } else {
            put(arguments, "when", when);
        }
        boolean alone = (intent == Intent.BOOK || intent == Intent.FREE) && slots.party() == 0;
        if (alone || slots.party() > 0) {
            arguments.addProperty("party", alone ? 1 : slots.party());
        }
        slots.kind().ifPresent(kind -> arguments.addProperty("kind", kind));
        List.copyOf(arguments.keySet()).stream().filter(name -> !offered.takes(intent, name)).forEach(arguments::remove);
        return arguments.toString();
    }

    private static void put(JsonObject arguments, String name, String value) {
        if (!value.isEmpty()) {
            arguments.addProperty(name, value);
        }
    }

    private static Optional<BookingAnswer> say(String text) {
        return Optional.of(new BookingAnswer.Say(text));
    }
}
