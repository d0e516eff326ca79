package switchboard.llm.receptionist.booking;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Message;

/**
 * Whom to call back: after a yes to the offer, or when the caller asks for it, name and number are asked for and then the tool.
 * The read-back and the yes are the assistant's. Stateless: where it stands is found in the conversation. Thread-safe.
 */
public final class CallbackDialogue {

    private static final String TOOL = "request_callback";
    /** How the offer ends, whoever made it. */
    private static final Pattern OFFER = Pattern.compile("(?i).*\\bcall(?:s)? you back\\?\\s*$", Pattern.DOTALL);
    private static final Pattern AGREES = Pattern.compile("(?:(?:oh|um+|uh+|well|okay|ok|hm+|and) )*(?:yes|yeah|yep|yup|sure|please|okay|ok|of course|certainly|absolutely|definitely|go ahead|do that|that(?:'d| would| will) be|that's|i'd (?:like|love|appreciate)|great|good|perfect|fine|lovely|if you (?:could|would|can)|why not|all right|alright)\\b.*");
    private static final Pattern ASKED_FOR = Pattern.compile(".*\\b(?:(?:call|ring|phone) (?:me|us) (?:back|later|tomorrow|up)|(?:a |my )?call ?back|(?:somebody|someone|anyone|a colleague|the (?:boss|owner|manager|chef|doctor)) (?:to |can |could |should )?(?:please )?(?:call|ring|phone) (?:me|us)|speak (?:to|with) (?:a (?:human|real person|person|colleague)|someone else|somebody else))\\b.*");
    private static final Pattern CALL_ME = Pattern.compile("(?i)\\b(?:call|ring|phone) (?:me|us)(?: back| later| up| tomorrow)?\\b");
    private static final Pattern LEAVES = Pattern.compile("(?:.* )?(?:forget (?:about )?(?:it|that)|never ?mind|leave it|changed my mind|don't (?:call|bother)|no need|not necessary|cancel(?: that| it)?|i'll call again|i'd rather not)(?: .*)?");
    private static final Pattern NOTED = Pattern.compile("(?i).*\\bis noted\\b.*", Pattern.DOTALL);

    private static final String NAME_AND_NUMBER = "Gladly. Please tell me your name and your number.";
    private static final String NAME = "And your name, please?";
    private static final String NAME_AGAIN = "Sorry, I did not get that. What is your name?";
    private static final String NUMBER = "Thank you. And which number may we dial?";
    private static final String NUMBER_AGAIN = "Sorry, I did not get the number. Could you say it digit by digit?";
    private static final String DROPPED = "All right, then nobody will call. Is there anything else?";

    /** How the wish to be called back stands. Confined to one answer. */
    private static final class Wish {

        private boolean open;
        private boolean dropped;
        private boolean gained;
        private String about = "";
        private Optional<String> name = Optional.empty();
        private Optional<String> phone = Optional.empty();

        void hear(String before, String asked, String words, List<String> kinds) {
            dropped = false;
            gained = false;
            String plain = Speech.plain(words);
            if (open && NOTED.matcher(before).matches() || open && IntentWords.in(words, kinds).isPresent()) {
                open = false;
            }
            if (open && LEAVES.matcher(plain).matches()) {
                open = false;
                dropped = true;
            } else if (open) {
                read(words, plain, before);
            } else if (OFFER.matcher(before).matches() && accepts(words, plain, kinds) || ASKED_FOR.matcher(plain).matches()) {
                open = true;
                about = OFFER.matcher(before).matches() ? asked : "";
                read(words, plain, before);
                gained = true;
            }
        }

        /** Whoever tells a number at once agrees; "okay, then a table for six" does not. */
        private static boolean accepts(String words, String plain, List<String> kinds) {
            return (AGREES.matcher(plain).matches() || PhoneWords.find(plain, false).isPresent()) && IntentWords.in(words, kinds).isEmpty();
        }

        private void read(String words, String plain, String before) {
            String withoutWish = CALL_ME.matcher(words).replaceAll(" "); // "call me back" names nobody
            Optional<PhoneWords.Found> found = PhoneWords.find(plain, true);
            boolean nameAsked = name.isEmpty() && Speech.plain(before).contains("your name");
            boolean renamed = name.isPresent() && phone.isPresent();
            Optional<String> heard = found.isPresent() && found.get().rest().replaceAll("[ ,]", "").isEmpty() ? Optional.empty()
                    : NameWords.find(withoutWish, nameAsked || renamed && plain.matches("(?:no )?(?:it's|it is|that's|the name is|my name is) .*"));
            gained = found.isPresent() || heard.isPresent();
            phone = found.map(PhoneWords.Found::number).or(() -> phone);
            name = heard.or(() -> name);
        }
    }

    /** What comes next, if the caller wants to be called back and the tool is there. */
    public Optional<BookingAnswer> answer(ChatRequest request) {
        if (request.tools().stream().noneMatch(tool -> tool.name().equals(TOOL)) || !(request.conversation().get(request.conversation().size() - 1) instanceof Message.User)) {
            return Optional.empty();
        }
        List<String> kinds = new Offered(request.tools()).kinds(Intent.BOOK);
        Wish wish = new Wish();
        StringBuilder assistant = new StringBuilder();
        String before = "";
        String asked = "";
        for (Message message : request.conversation()) {
            if (message instanceof Message.User said) {
                before = assistant.isEmpty() ? before : assistant.toString().strip();
                assistant.setLength(0);
                wish.hear(before, asked, said.text(), kinds);
                asked = said.text();
            } else if (message instanceof Message.Assistant) {
                assistant.append(message.text()).append(' ');
            }
        }
        return wish.dropped ? Optional.of(new BookingAnswer.Say(DROPPED)) : wish.open ? next(wish) : Optional.empty();
    }

    private static Optional<BookingAnswer> next(Wish wish) {
        if (wish.name.isEmpty()) {
            String first = wish.phone.isEmpty() ? NAME_AND_NUMBER : NAME;
            return Optional.of(new BookingAnswer.Say(wish.gained ? first : NAME_AGAIN));
        }
        if (wish.phone.isEmpty()) {
            return Optional.of(new BookingAnswer.Say(wish.gained ? NUMBER : NUMBER_AGAIN));
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
        return Optional.of(new BookingAnswer.Ask(TOOL, arguments.toString()));
    }

}
