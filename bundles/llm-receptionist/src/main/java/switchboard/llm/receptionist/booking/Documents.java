package switchboard.llm.receptionist.booking;

import java.util.Optional;

/** What the company has written down, for what a caller wants to know in the middle of a dialogue; in the caller's language. */
public interface Documents {

    /** The answer to a question, perhaps with doubt; or that it is not known. */
    String answer(String question);

    /** The same; empty if it is not known. */
    Optional<String> find(String question);

    /** What fits all that was said last, if there is hardly any doubt that it does. */
    Optional<String> surely();
}
