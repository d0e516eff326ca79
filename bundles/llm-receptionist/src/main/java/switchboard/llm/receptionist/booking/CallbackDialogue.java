package switchboard.llm.receptionist.booking;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Message;
import switchboard.llm.receptionist.acts.Act;
import switchboard.llm.receptionist.acts.Clause;

/**
 * Whom to call back: after a yes to the offer, or when the caller asks for it, name and number are asked for and then the tool.
 * The read-back and the yes are the assistant's. Stateless: where it stands is found in the conversation. Thread-safe.
 */
public final class CallbackDialogue {

    private static final String TOOL = "request_callback";
    /** How the offer ends, whoever made it. */
    private static final Pattern OFFER = Pattern.compile("(?i).*\\bcall(?:s)? you back\\?\\s*$", Pattern.DOTALL);
    private static final Pattern AGREES = Pattern.compile("(?:(?:oh|um+|uh+|well|okay|ok|hm+|and) )*(?:yes|yeah|yep|yup|sure|please|okay|ok|of course|certainly|absolutely|definitely|go ahead|do that|that(?:'d| would| will) be|that's (?:very |really |so )?(?:kind|nice|good|fine|great|okay|ok|perfect|lovely|all right|a good)|i'd (?:like|love|appreciate)|great|good|perfect|fine|lovely|if you (?:could|would|can)|why not|all right|alright)\\b.*");
    private static final Pattern ASKS_ON = Pattern.compile("(?:(?:ok|okay|oh|well|right|great|good|fine|perfect|all right|alright|and|so|but|then|um+|uh+|hm+|sure|one (?:more|other|last) (?:thing|question)):? )+(?:what|how|where|when|who|which|is|are|does|(?:do|have|did|will) (?:you|i|we|they)|(?:can|could) (?:i|we))\\b.*");
    private static final Pattern COUNTERS = Pattern.compile("(?:(?:oh|um+|uh+|hm+|and|so) )*(?:okay|ok|well|fine|great|good|all right|alright|right)\\b(?! (?:yes|yeah|please)).*\\b" + Numbers.NUMBER + ".*");
    /** "Okay, thank you": whoever only thanks wants nothing more. */
    private static final Pattern THANKS = Pattern.compile("(?:(?:oh|um+|uh+|well|okay|ok|great|good|perfect|fine|lovely|cool|nice|brilliant|smashing|super|excellent|all right|alright|right|then|very|so|that's) )*(?:thanks|thank you|many thanks|cheers|nothing else|that's all)\\b(?!.*\\b(?:yes|please)\\b).*");
    /** "No call back, thanks", "nobody needs to ring me". */
    private static final Pattern DECLINED = Pattern.compile(".*\\b(?:no|not|don't|do not|without|rather not|nobody|no one|needn't)\\b(?: \\S+){0,4} (?:call ?back|ring|call|phone)\\b.*");
    private static final int WHOLE_QUESTION = 5;
    private static final Pattern CALLS = Pattern.compile("(?i)\\b(?:call|ring|phone|they|somebody|someone)\\b");
    private static final Pattern ASKED_FOR = Pattern.compile(".*\\b(?:(?:call|ring|phone) (?:me|us) (?:back|later|tomorrow|up)|(?:a |my )?call ?back|(?:somebody|someone|anyone|a colleague|the (?:boss|owner|manager|chef|doctor)) (?:to |can |could |should )?(?:please )?(?:call|ring|phone) (?:me|us)|(?:speak|talk) (?:to|with) (?:an? (?:human|real person|person|colleague)|someone|somebody|one of|(?:the|your) (?:boss|owner|manager|chef|doctor|dentist|mechanic|team))|put me through)\\b.*");
    private static final Pattern CALL_ME = Pattern.compile("(?i)\\b(?:call|ring|phone) (?:me|us)(?: back| later| up| tomorrow)?\\b");
    /** Whoever says when, and not yes, answers something else. */
    private static final Pattern NAMES_A_TIME = Pattern.compile("(?is)(?!\\W*(?:yes|yeah|please|sure)\\b).*\\b" + IntentWords.TIMEY + "\\b.*");
    private static final Pattern LEAVES = Pattern.compile("(?:.* )?(?:forget (?:about )?(?:it|that)|never ?mind|leave it|changed my mind|don't (?:call|bother)|no need|not necessary|cancel(?: that| it)?|i'll call again|i'd rather not)(?: .*)?");
    private static final Pattern NOTED = Pattern.compile("(?i).*\\bis noted\\b.*", Pattern.DOTALL);

    private final Sentences sentences;
    private final Function<String, List<Clause>> acts;

    /**
     * @param language in which it answers; it hears the call in English ({@link Interpreter})
     * @param acts     what the clauses of a turn do; none if that is not known
     */
    public CallbackDialogue(String language, Function<String, List<Clause>> acts) {
        sentences = Sentences.of(language);
        this.acts = acts;
    }

    /** How the wish to be called back stands. Confined to one answer. */
    private static final class Wish {

        private boolean open;
        private boolean dropped;
        private boolean gained;
        private boolean added;
        private String about = "";
        private Optional<String> name = Optional.empty();
        private Optional<String> phone = Optional.empty();
        private Optional<String> aside = Optional.empty();

        void hear(String before, String asked, Heard turn, String spoken, List<String> kinds) {
            String words = turn.said();
            dropped = false;
            gained = false;
            added = false;
            aside = Optional.empty();
            String plain = Speech.plain(words);
            boolean confirms = Outcome.isReadBack(before) && Speech.besidesYes(words).filter(rest -> !rest.equals(words)).isPresent();
            if (open && (NOTED.matcher(before).matches() || Cue.FAREWELL.isIn(plain)) || open && !confirms && (IntentWords.in(words, kinds).isPresent() || turn.certainWish().isPresent())) {
                open = false;
            }
            if (open && LEAVES.matcher(plain).matches()) {
                open = false;
                dropped = true;
            } else if (open) {
                read(words, plain, before);
                aside = Aside.in(turn, kinds).question();
                if (!gained && name.isPresent() && phone.isPresent() && tellsMore(turn)) {
                    about = about.isEmpty() ? spoken : about + " " + spoken;
                    added = true;
                    gained = true;
                }
            } else if (!DECLINED.matcher(plain).matches() && (isAccepted(before, turn, kinds) || ASKED_FOR.matcher(plain).matches())) {
                open = true;
                about = isOffer(before) ? asked : tellsMore(turn) ? spoken : "";
                read(words, plain, before);
                gained = true;
            }
        }

        /** "Yes, and tell them that it's for twelve children." */
        private static boolean tellsMore(Heard turn) {
            return Speech.plain(turn.said()).split(" ").length >= WHOLE_QUESTION && !turn.said().contains("?") && !turn.only(Act.CHAT, Act.ACCEPT, Act.REFUSE, Act.WAIT, Act.AGAIN);
        }

        private void read(String words, String plain, String before) {
            String withoutWish = CALL_ME.matcher(words).replaceAll(" "); // "call me back" names nobody
            Optional<PhoneWords.Found> found = PhoneWords.find(plain, true);
            boolean nameAsked = name.isEmpty() && Speech.plain(before).contains("your name");
            boolean renamed = name.isPresent() && phone.isPresent();
            Optional<String> heard = found.isPresent() && found.get().rest().replaceAll("[ ,]", "").isEmpty() ? Optional.empty()
                    : NameWords.find(withoutWish, nameAsked || renamed && plain.matches("(?:no )?(?:it's|it is|that's|the name is|my name is) .*")).or(() -> NameWords.alone(words));
            gained = found.isPresent() || heard.isPresent() || name.isPresent() && phone.isPresent() && ASKED_FOR.matcher(plain).matches();
            phone = found.map(PhoneWords.Found::number).or(() -> phone);
            name = heard.or(() -> name);
        }
    }

    /**
     * What comes next, if the caller wants to be called back and the tool is there.
     *
     * @param spoken    the same conversation in the caller's language
     * @param documents answer a question about something else
     */
    public Optional<BookingAnswer> answer(ChatRequest request, List<Message> spoken, Documents documents) {
        if (!isOffered(request) || !(request.conversation().get(request.conversation().size() - 1) instanceof Message.User)) {
            return Optional.empty();
        }
        List<String> kinds = new Offered(request.tools()).kinds(Intent.BOOK);
        Wish wish = new Wish();
        StringBuilder assistant = new StringBuilder();
        String before = "";
        String asked = "";
        for (int i = 0; i < spoken.size(); i++) {
            Message message = request.conversation().get(i);
            if (message instanceof Message.User said) {
                before = assistant.isEmpty() ? before : assistant.toString().strip();
                assistant.setLength(0);
                wish.hear(before, asked, new Heard(said.text(), acts), spoken.get(i).text(), kinds);
                asked = spoken.get(i).text();
            } else if (message instanceof Message.Assistant) {
                assistant.append(message.text()).append(' ');
            }
        }
        return wish.dropped ? say(Sentence.CALLBACK_DROPPED) : wish.open ? next(wish, documents) : Optional.empty();
    }

    /** The offer, in a language; in English if that is not known. */
    public static String offer(String language) {
        return Sentences.of(language).say(Sentence.CALLBACK_OFFER);
    }

    /** Whether the assistant's words end with it, whoever made it. */
    static boolean isOffer(String assistant) {
        return OFFER.matcher(assistant).matches();
    }

    /** Whoever tells a name or a number at once agrees; "okay, then a table for six", "okay, then eight", "okay, what about repairs?" and "okay, goodbye" do not. */
    static boolean isAccepted(String before, Heard turn, List<String> kinds) {
        String words = turn.said();
        if (turn.likely(Act.ASK, Act.BOOK, Act.MOVE, Act.CANCEL, Act.FIND, Act.FREE, Act.TROUBLE) || turn.isKnown() && NAMES_A_TIME.matcher(words).matches()) {
            return false;
        }
        String plain = Speech.plain(words);
        boolean agrees = AGREES.matcher(plain).matches() && !THANKS.matcher(plain).matches() && !asksSomethingElse(words) && !COUNTERS.matcher(plain).matches() && !ASKS_ON.matcher(plain).matches() && !LEAVES.matcher(plain).matches() && !Cue.FAREWELL.isIn(plain);
        return isOffer(before) && (agrees || PhoneWords.find(plain, false).isPresent() || NameWords.alone(words).isPresent()) && IntentWords.in(words, kinds).isEmpty();
    }

    /** "Lovely, and can he have a lady instructor?" */
    private static boolean asksSomethingElse(String words) {
        return words.strip().endsWith("?") && Speech.plain(words).split(" ").length >= WHOLE_QUESTION && !CALLS.matcher(words).find();
    }

    /** Whether somebody can be asked to call back. */
    static boolean isOffered(ChatRequest request) {
        return request.tools().stream().anyMatch(tool -> tool.name().equals(TOOL));
    }

    private Optional<BookingAnswer> say(Sentence sentence) {
        return Optional.of(new BookingAnswer.Say(sentences.say(sentence)));
    }

    private Optional<BookingAnswer> next(Wish wish, Documents documents) {
        if (wish.aside.isPresent() && (wish.name.isEmpty() || wish.phone.isEmpty())) {
            return Optional.of(new BookingAnswer.Say(documents.answer(wish.aside.get()) + " " + sentences.say(wish.name.isEmpty() ? Sentence.CALLBACK_NAME : Sentence.CALLBACK_NUMBER)));
        }
        if (wish.name.isEmpty()) {
            return say(!wish.gained ? Sentence.CALLBACK_NAME_AGAIN : wish.phone.isEmpty() ? Sentence.CALLBACK_WHO : Sentence.CALLBACK_NAME);
        }
        if (wish.phone.isEmpty()) {
            return say(wish.gained ? Sentence.CALLBACK_NUMBER : Sentence.CALLBACK_NUMBER_AGAIN);
        }
        if (!wish.gained) {
            return Optional.empty();
        }
        JsonObject arguments = new JsonObject();
        arguments.addProperty("name", wish.name.get());
        arguments.addProperty("phone", wish.phone.get());
        if (!wish.about.isEmpty()) {
            arguments.addProperty("about", wish.about.substring(0, Math.min(400, wish.about.length())));
        }
        String first = wish.added ? sentences.say(Sentence.NOTED) : wish.aside.map(documents::answer).orElse("");
        return Optional.of(new BookingAnswer.Ask(first, TOOL, arguments.toString()));
    }
}
