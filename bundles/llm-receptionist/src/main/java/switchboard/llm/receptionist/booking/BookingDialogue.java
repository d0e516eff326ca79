package switchboard.llm.receptionist.booking;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Message;
import switchboard.api.time.SpokenTimes;
import switchboard.llm.receptionist.acts.Clause;

/**
 * Books, moves, cancels and looks up, by asking for one missing detail after the other and then for a tool. The read-back and
 * the yes are the assistant's. Stateless: where the dialogue stands is found in the conversation. Thread-safe.
 */
public final class BookingDialogue {

    private static final Pattern REPEAT = Pattern.compile(".*\\b(?:repeat|say) (?:that|it)\\b.*|pardon(?: me)?");

    /** "I'd like to book a lesson", wherever it stands. */
    private static final Pattern BOOKS = Pattern.compile(".*\\b(?:i|we|i'd|we'd|i'm|we're|i've|we've)(?: (?:just|really|also|would|need|want|wanted|like|love|have|to|was|were|am|looking|hoping|wondering|if|could|can|please))* (?:book|reserve|sign up|make an appointment|(?:need|want|like|have) an appointment)\\b.*|.*\\b(?:can|could|will|would) (?:i|we|you) (?:please |just )?(?:book|reserve|put (?:me|us) down|sign (?:me|us) up|fit (?:me|us) in|squeeze (?:me|us) in|send (?:a|an|the|some(?:body|one)))\\b.*");
    /** "Do I need to book?" asks for a rule. */
    private static final Pattern NEED = Pattern.compile("\\b(?:do|does|must|should|would|shall) (?:i|we|you|one|people) (?:\\w+ )?(?:need|have|book|reserve)\\b");
    /** "Did you write down the window?", after something was done. */
    private static final Pattern ASKS_WHAT_IS_NOTED = Pattern.compile("\\b(?:did|do|have|has|you|you've|is|are|what) (?:\\S+ ){0,4}?(?:(?:write|wrote|written|noted?|put|got|get|made a note)\\b.*\\b(?:down|noted?|about|written|by the|on it)|noted|written down|know about)\\b");
    private static final Sentences ENGLISH = Sentences.of("en");
    private static final Pattern IT = Pattern.compile("(?i)(?<=(?:does|do|is|would|will|costs?|take|for|of|has|of|about) )(?:it|that)\\b(?! (?:far|possible|okay|ok|true))");

    /** A tool's use, what it told, the assistant's words, and then the caller's. */
    private static final int BEFORE_THE_NEXT_TURN = 4;
    /** Of a local time up to its minutes, 2026-12-01T14:30, with or without an offset behind it. */
    private static final int MINUTES = 16;

    /** Characters that the tool takes. */
    private static final int LONGEST_NOTE = 300;

    private final SpokenTimes english;
    private final Questions questions;
    private final Function<String, List<Clause>> acts;
    private final SpecialRequests requests;

    /**
     * @param english  of English, in which it hears the call ({@link Interpreter}) and speaks to the tools
     * @param language in which it answers
     * @param spoken   times of that language
     * @param acts     what the clauses of a turn do; none if that is not known
     * @param original the caller's own words, from a part of a turn in English and from all of that turn
     */
    public BookingDialogue(SpokenTimes english, String language, SpokenTimes spoken, Function<String, List<Clause>> acts, BinaryOperator<String> original) {
        requests = new SpecialRequests(original);
        this.english = english;
        questions = new Questions(Sentences.of(language), spoken);
        this.acts = acts;
    }

    /**
     * What comes next, if the caller wants something that one of the offered tools does.
     *
     * @param documents answer a question about something else
     */
    public Optional<BookingAnswer> answer(ChatRequest request, Documents documents) {
        Offered offered = new Offered(request.tools());
        if (REPEAT.matcher(Speech.plain(request.question())).matches()) {
            return Optional.empty();
        }
        if (offered.isEmpty()) {
            return wishesInVain(request) ? say(documents.surely().orElseGet(() -> questions.say(Sentence.NOT_BY_ME)) + " " + questions.say(Sentence.CALLBACK_OFFER)) : Optional.empty();
        }
        LocalDateTime now = request.now().toLocalDateTime();
        Replay replay = replay(request, offered);
        String before = hear(request.conversation(), replay);
        if (replay.turn() == Turn.LEFT) {
            return say(questions.say(Sentence.DROPPED));
        }
        boolean mayCall = CallbackDialogue.isOffered(request);
        if (replay.turn() == Turn.DENIED || mayCall && replay.isTooMany() && replay.aside().isEmpty()) {
            return say(mayCall ? questions.say(Sentence.NOT_BY_ME, Sentence.CALLBACK_OFFER) : questions.say(Sentence.NOT_BY_ME));
        }
        Optional<String> noted = ASKS_WHAT_IS_NOTED.matcher(Speech.plain(request.question())).find() && replay.intent().isEmpty() ? note(request) : Optional.empty();
        if (noted.isPresent()) {
            return say(questions.say(Sentence.NOTES).replace("{note}", noted.get()));
        }
        Optional<String> ofIt = askedOfWhatWasDone(request).filter(asked -> replay.intent().isEmpty() && replay.heard().mayAsk());
        return ofIt.isPresent() ? say(documents.answer(ofIt.get())) : replay.intent().flatMap(intent -> next(request, replay, intent, before, documents, offered, now));
    }

    /** "How much does it cost?", directly after something was done: what that was. */
    private static Optional<String> askedOfWhatWasDone(ChatRequest request) {
        int used = request.conversation().size() - BEFORE_THE_NEXT_TURN;
        Optional<String> kind = used >= 0 && request.conversation().get(used) instanceof Message.ToolUse use ? argument(use.arguments(), "kind") : Optional.empty();
        return Optional.of(about(request.question(), kind)).filter(asked -> !asked.equals(request.question()));
    }

    /** What was noted with what was done last in this call. */
    private static Optional<String> note(ChatRequest request) {
        return request.conversation().stream().filter(Message.ToolUse.class::isInstance).map(use -> argument(((Message.ToolUse) use).arguments(), "note"))
                .flatMap(Optional::stream).reduce((first, last) -> last);
    }

    private static Optional<String> argument(String arguments, String name) {
        try {
            return Optional.ofNullable(JsonParser.parseString(arguments).getAsJsonObject().get(name)).map(JsonElement::getAsString);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** Whether something is to be booked, moved or cancelled where only people can do that. */
    private boolean wishesInVain(ChatRequest request) {
        Heard heard = new Heard(request.question(), acts);
        String plain = Speech.plain(request.question());
        boolean wished = heard.wishes() && !heard.mayAsk();
        return CallbackDialogue.isOffered(request) && !heard.onlyAsks() && (wished || BOOKS.matcher(plain).matches() && !NEED.matcher(plain).find() || insists(request, heard));
    }

    /** "No, I just want a lesson, on Wednesday at four", when it was said that nobody can be booked here. */
    private boolean insists(ChatRequest request, Heard heard) {
        int before = request.conversation().size() - 2;
        boolean told = before >= 0 && request.conversation().get(before) instanceof Message.Assistant assistant && assistant.text().strip().endsWith(ENGLISH.say(Sentence.NOT_BY_ME) + " " + ENGLISH.say(Sentence.CALLBACK_OFFER));
        return told && heard.tellsDetails() && !request.question().contains("?");
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
        Replay replay = replay(request, offered);
        String before = hear(request.conversation(), replay);
        if (replay.lookup().takesTheFirst()) {
            return firstTime(output.text()).map(time -> questions.offer(time, request.now().toLocalDate()));
        }
        if (replay.canBeBooked() || replay.lookup().near()) {
            return Optional.of(questions.offer(output.spoken().strip()));
        }
        return !replay.asksWhetherFree() || replay.lookup().times() ? Optional.empty() : replay.missing().map(missing ->
                questions.next(replay.extras().noted() ? Turn.GAINED : replay.turn(), replay.heard().tellsNothing(), missing, Intent.BOOK, replay.slots(), before, offered.kinds(Intent.BOOK)));
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

    private Replay replay(ChatRequest request, Offered offered) {
        return new Replay(offered, new TurnReader(english, request.now().toLocalDateTime(), List.of()), new Needs(offered, request.instructions()), requests);
    }

    /** Returns what the assistant said before the last turn. */
    private String hear(List<Message> conversation, Replay replay) {
        String before = "";
        StringBuilder assistant = new StringBuilder();
        for (Message message : conversation) {
            if (message instanceof Message.User said) {
                before = assistant.isEmpty() ? before : assistant.toString().strip();
                assistant.setLength(0);
                replay.hear(before, new Heard(said.text(), acts));
            } else if (message instanceof Message.Assistant) {
                assistant.append(message.text()).append(' ');
            } else if (message instanceof Message.ToolUse use) {
                replay.did(use.name());
            }
        }
        return before;
    }

    private Optional<BookingAnswer> next(ChatRequest request, Replay replay, Intent intent, String before, Documents documents, Offered offered, LocalDateTime now) {
        Optional<Slot> missing = replay.missing();
        boolean nothing = replay.turn() == Turn.NOTHING;
        boolean proposed = missing.isEmpty() && nothing && !intent.onlyLooks() && Outcome.isReadBack(before);
        Optional<String> fact = replay.extras().noted() ? Optional.empty() : beside(request, replay, documents);
        String first = replay.extras().noted() ? acknowledged(replay, documents) : "";
        if (fact.isPresent() && replay.asksWhetherFree() && replay.lookup().takesTheFirst()) {
            return ask(fact.get(), replay, Intent.FREE, offered, now);
        }
        if (fact.isPresent() && nothing && replay.canBeBooked() && Outcome.isOffer(before)) {
            return ask(fact.get(), replay, intent, offered, now);
        }
        if (fact.isPresent() && (nothing || missing.isPresent())) {
            boolean tooMany = replay.isTooMany() && CallbackDialogue.isOffered(request);
            return missing.isPresent() ? say(fact.get() + " " + (tooMany ? questions.say(Sentence.CALLBACK_OFFER) : questions.continued(missing.get(), intent, offered.kinds(Intent.BOOK))))
                    : proposed ? ask(fact.get(), replay, intent, offered, now) : Optional.empty();
        }
        if (replay.asksWhetherFree()) {
            return ask(first, replay, Intent.FREE, offered, now);
        }
        if (missing.isPresent()) {
            String question = questions.next(replay.turn(), replay.heard().tellsNothing(), missing.get(), intent, replay.slots(), before, offered.kinds(Intent.BOOK));
            return say(first.isEmpty() ? question : questions.behind(first, question));
        }
        boolean askedAgain = intent == Intent.FIND && offered.wish(request.question()).equals(Optional.of(Intent.FIND));
        if (!nothing || askedAgain) {
            return ask(fact.orElse(first), replay, intent, offered, now);
        }
        return intent.onlyLooks() ? Optional.empty() : proposed ? ask(questions.say(Sentence.NOT_UNDERSTOOD), replay, intent, offered, now)
                : say(questions.say(Sentence.NOT_UNDERSTOOD, intent == Intent.BOOK ? Sentence.CHANGE_BOOKING : Sentence.CHANGE_OTHER));
    }

    /** What is told before the dialogue goes on: the answer to a question about something else, or a fact that fits what was said. */
    private Optional<String> beside(ChatRequest request, Replay replay, Documents documents) {
        if (replay.missing().equals(Optional.of(Slot.PHONE)) && Cue.WHAT_FOR.isIn(Speech.plain(request.question()))) {
            return Optional.of(questions.say(Sentence.PHONE_REASON));
        }
        return replay.aside().map(question -> about(question, replay.slots().kind())).map(documents::answer).or(() -> replay.turn() == Turn.NOTHING && Speech.isLong(request.question()) && replay.heard().mayAsk() && !replay.heard().wishes() ? documents.surely() : Optional.empty());
    }

    /** What the documents have on what the caller asks for, or that it is noted. */
    private String acknowledged(Replay replay, Documents documents) {
        String noted = questions.say(Sentence.NOTED);
        Optional<String> asked = replay.aside().flatMap(documents::find).map(fact -> noted + " " + fact);
        return asked.or(() -> replay.heard().mayAsk() ? documents.surely() : Optional.empty()).orElse(noted);
    }

    /** "How long does it take": what is being booked. */
    private static String about(String question, Optional<String> booked) {
        return booked.filter(kind -> KindWords.in(Speech.plain(question), List.of(kind)).isEmpty()).map(kind -> IT.matcher(question).replaceFirst("the " + kind)).orElse(question);
    }

    /** Asks for a tool. What was proposed is proposed once more like that: only a no takes it away. */
    private Optional<BookingAnswer> ask(String first, Replay replay, Intent intent, Offered offered, LocalDateTime now) {
        return Optional.of(new BookingAnswer.Ask(first, intent.tool(), arguments(replay, intent, offered, now)));
    }

    private String arguments(Replay replay, Intent intent, Offered offered, LocalDateTime now) {
        Slots slots = replay.slots();
        JsonObject arguments = new JsonObject();
        slots.name().ifPresent(name -> arguments.addProperty("name", name));
        slots.phone().ifPresent(phone -> arguments.addProperty("phone", phone));
        String when = intent == Intent.FREE ? slots.when().lookedUp(english, now) : slots.when().text(english, now);
        if (intent == Intent.MOVE) {
            put(arguments, "from", slots.from().text(english, now));
            put(arguments, "to", when.isEmpty() ? slots.from().text(english, now) : when);
        } else {
            put(arguments, "when", when);
        }
        boolean alone = (intent == Intent.BOOK || intent == Intent.FREE) && slots.party() == 0;
        if (alone || slots.party() > 0) {
            arguments.addProperty("party", alone ? 1 : slots.party());
        }
        slots.kind().ifPresent(kind -> arguments.addProperty("kind", kind));
        slots.staff().ifPresent(person -> arguments.addProperty("with", person));
        put(arguments, "note", shortened(replay.extras().note()));
        List.copyOf(arguments.keySet()).stream().filter(name -> !offered.takes(intent, name)).forEach(arguments::remove);
        return arguments.toString();
    }

    private static String shortened(String note) {
        return note.substring(0, Math.min(LONGEST_NOTE, note.length()));
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
