package switchboard.llm.receptionist;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Message;
import switchboard.api.time.SpokenTimes;
import switchboard.llm.receptionist.acts.Aim;
import switchboard.llm.receptionist.acts.Clauses;
import switchboard.llm.receptionist.booking.CallbackDialogue;
import switchboard.llm.receptionist.courtesy.Courtesy;
import switchboard.llm.receptionist.facts.Facts;
import switchboard.llm.receptionist.facts.Guess;

/**
 * One reply: a courtesy, a fact, or that it is not known.
 *
 * @param conversation oldest first; the last message is the caller's
 * @param facts        what may answer it
 * @param aim          what the caller's last turn is for
 */
record Reply(List<Message> conversation, Facts facts, Aim aim) {

    static final String UNKNOWN = "I'm sorry, I don't know that.";
    private static final Pattern YES = Pattern.compile("(?i)\\W*(yes|yeah|yep|sure|please do|yes please|that would be (nice|great)|ja|gern|gerne|sí|si|claro)(?!\\p{L}).*");
    private static final Pattern NO = Pattern.compile("(?i)\\W*(no|nope|not necessary|never ?mind|nein|nicht nötig)(?!\\p{L}).*");
    /** "No, that's fine. …": what stands before another sentence. */
    private static final Pattern REFUSAL = Pattern.compile("(?i)^(?:\\W*(?:no|nope|nah|not necessary|never ?mind|nein|nicht nötig)(?!\\p{L})[^.?!]*[.!]\\s+)+(?=\\S)");
    private static final Pattern ANSWER = Pattern.compile("(?i)^\\W*(?:(?:yes|yeah|yep|no|nope|nah|sure|oh|well|okay|ok|not necessary|never ?mind|thanks|thank you|please|ja|nein|danke|nee|bitte|sí|si|gracias)\\b\\W*)+");
    /** Words of the shortest question that is none about the call back. */
    private static final int ENOUGH_TO_ASK = 3;
    private static final Pattern REPEAT =
            Pattern.compile("(?i)\\W*(sorry|pardon|what)?\\W*((can|could) you (say|repeat) (that|it)( again)?|repeat( that)?|say that again|pardon( me)?)( please)?\\W*");
    private static final Pattern OPENING_FILLER = Pattern.compile("(?i)^(\\W*((hi|hello|hey|yes|yeah|um+|uh+|hm+|oh|well|okay|ok|so|excuse me|thanks|thank you|good (morning|evening|afternoon)"
            + "|((i'm|i am) )?((so|very|terribly|really) )*sorry (to (bother|trouble|disturb)|to be a (nuisance|pain|bother)|for (bothering|troubling|disturbing))( you)?|i (do |really )?hope you can help( me| us)?|(i've|i have) (just )?(got )?(a|one) (quick |short |small |silly )?question)\\b|(great|cool|perfect|lovely|nice|fine|good|right|all right|alright|wonderful|brilliant|excellent|i see|got it|no)(?=[,.!]))[\\s,.!]*)+");

    /** @param times of the language that is spoken, if there are any */
    static Reply to(ChatRequest request, Optional<SpokenTimes> times, Aim aim) {
        return new Reply(request.conversation(), new Facts(request.house(), request.knowledge(), request.now(), times), aim);
    }

    /** In English, at this moment, of a house whose hours are not known. */
    Reply(List<Message> conversation, List<Passage> knowledge) {
        this(conversation, new Facts(ChatRequest.House.UNKNOWN, knowledge, ZonedDateTime.now(), Optional.empty()), Aim.ASKS);
    }

    String text() {
        String said = conversation.get(conversation.size() - 1).text();
        if (REPEAT.matcher(said).matches()) {
            return lastReply().orElse("I have not said anything yet. What would you like to know?");
        }
        if (callBackWasOffered()) {
            if (YES.matcher(said).matches() && !asksOn(said)) {
                return facts.tongue().askWhoToCall();
            }
            if (NO.matcher(said).matches()) {
                return asksOn(said) ? answer(behind(said)) : behindTheNo(said).orElseGet(facts.tongue()::anythingElse);
            }
        }
        return answer(said);
    }

    /** "No, thank you. Goodbye", "no, I mean the normal price": the farewell, or what is meant. */
    private Optional<String> behindTheNo(String said) {
        String behind = behind(said);
        boolean more = !behind.equals(said) && behind.split(" ").length > ENOUGH_TO_ASK;
        return farewell(said).or(() -> more && aim != Aim.CHATS ? known(behind) : Optional.empty());
    }

    private String answer(String said) {
        if (aim != Aim.ASKS && !facts.isAsked(said)) {
            Optional<String> sure = courtesy(said).or(() -> farewell(said)).or(this::surelyKnown);
            return (aim == Aim.TELLS ? sure.or(() -> likely(said)) : sure).orElseGet(facts.tongue()::whatToDo);
        }
        return known(said).orElseGet(() -> guess(said).map(this::say).orElseGet(() -> unknown() + " " + offer()));
    }

    /** "No, thanks. When do you close?": a question behind the answer. */
    private boolean asksOn(String said) {
        String behind = behind(said);
        return behind.contains("?") && behind.split(" ").length >= ENOUGH_TO_ASK || !behind.equals(said) && facts.isAsked(behind);
    }

    private static String behind(String said) {
        String refused = REFUSAL.matcher(said).replaceFirst("");
        return refused.equals(said) ? ANSWER.matcher(said).replaceFirst("") : refused;
    }

    /** That something is not known, in the company's language. */
    String unknown() {
        return facts.tongue().unknown();
    }

    /** The answer to a question, if it is a courtesy or stands in the documents. */
    Optional<String> known(String said) {
        return courtesy(said).or(() -> fact(matter(said)));
    }

    private Optional<String> courtesy(String said) {
        Courtesy courtesy = Courtesy.of(facts.house().language());
        return courtesy.reply(said).or(() -> courtesy.reply(matter(said)));
    }

    /** "That's all I wanted, no need to ring me. Bye." */
    private Optional<String> farewell(String said) {
        List<String> sentences = Clauses.sentences(said);
        return sentences.size() < 2 || said.contains("?") ? Optional.empty() : courtesy(sentences.get(sentences.size() - 1));
    }

    /** What is known of the matter, and in what way it may be what is asked for. */
    Optional<String> perhaps(String said) {
        return guess(said).map(guess -> guess.say(facts.tongue()));
    }

    private Optional<Guess> guess(String said) {
        return facts.perhaps(matter(said), questionBefore());
    }

    /** What may help somebody who only tells how things are. */
    private Optional<String> likely(String said) {
        return facts.likely(matter(said), questionBefore()).map(this::say);
    }

    /** Whoever hears of the doubt is offered a call back. */
    private String say(Guess guess) {
        return guess.say(facts.tongue()) + (guess.mostly() ? "" : " " + offer());
    }

    /** What the last turn asks for, if that stands in the documents without much doubt. */
    Optional<String> surelyKnown() {
        String said = conversation.get(conversation.size() - 1).text();
        return facts.surely(matter(said), questionBefore());
    }

    /** What is said behind a greeting and the like. */
    private static String matter(String said) {
        return OPENING_FILLER.matcher(said).replaceFirst("");
    }

    private Optional<String> fact(String question) {
        String before = questionBefore();
        return facts.answer(question, before).or(() -> before.isEmpty() ? Optional.empty() : facts.answer(question, ""));
    }

    /** The caller's turn before the last, or nothing. */
    private String questionBefore() {
        List<String> said = conversation.stream().filter(Message.User.class::isInstance).map(Message::text).toList();
        return said.size() < 2 ? "" : said.get(said.size() - 2);
    }

    /** That somebody calls back. */
    private String offer() {
        return CallbackDialogue.offer(facts.house().language());
    }

    private boolean callBackWasOffered() {
        return lastReply().filter(reply -> reply.endsWith(offer())).isPresent();
    }

    private Optional<String> lastReply() {
        Message before = conversation.size() < 2 ? null : conversation.get(conversation.size() - 2);
        return before instanceof Message.Assistant assistant ? Optional.of(assistant.text().strip()) : Optional.empty();
    }
}
