package switchboard.company;

import java.util.List;
import java.util.stream.Collectors;

/** A company's configuration cannot be accepted; the message names all that is wrong with it. */
final class InvalidCompanyException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Mistake> mistakes;

    /** @param mistakes at least one */
    InvalidCompanyException(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::message).collect(Collectors.joining("; ")));
        this.mistakes = List.copyOf(mistakes);
    }

    List<Mistake> mistakes() {
        return mistakes;
    }
}
