package switchboard.llm.receptionist;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is said in every conversation and stands in no document: greetings, thanks, farewells. Immutable. */
final class Courtesy {

    private record Form(Pattern said, String reply) {}

    private static final List<Form> FORMS = List.of(
            form("(hi|hello|hey|good (morning|afternoon|evening))( there)?", "Hello! What can I do for you?"),
            form("(thanks|thank you)( so much| very much| a lot)?|(great|perfect|okay|ok)( then)? (thanks|thank you)( very much)?",
                    "You are welcome. Is there anything else?"),
            form("(no|nope)( thanks| thank you)?( that'?s (all|it|everything))?|that'?s (all|it|everything)( thanks| thank you)?"
                    + "|nothing else( thanks| thank you)?", "All right. Have a good day!"),
            form("((ok(ay)?|great|perfect|thanks|thank you|so much|very much|a lot|that'?s all) )*(good ?bye|bye|bye bye|see you)( then)?|have a (nice|good) (day|evening)", "Goodbye, and thank you for calling."),
            form("(ok|okay|great|perfect|fine|i see|good)", "Is there anything else that I can do for you?"),
            form("(who|what) are you|who is this|who am i (speaking|talking) (to|with)|are you (a )?(robot|machine|computer|human|real|real person|person|bot)",
                    "I am the automatic assistant of the house. I can tell you what you want to know about us."),
            form("can you hear me|are you (still )?there", "Yes, I can hear you. What would you like to know?"));

    private Courtesy() {
    }

    /** The reply, if that is all that was said. */
    static Optional<String> reply(String said) {
        String plain = said.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z' ]", " ").replaceAll("\\s+", " ").strip();
        return FORMS.stream().filter(form -> form.said().matcher(plain).matches()).map(Form::reply).findFirst();
    }

    private static Form form(String said, String reply) {
        return new Form(Pattern.compile(said), reply);
    }
}
