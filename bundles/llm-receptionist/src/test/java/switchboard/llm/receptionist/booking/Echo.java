package switchboard.llm.receptionist.booking;

import java.util.Optional;

/** Documents that answer a question with itself and find nothing. */
record Echo() implements Documents {

    @Override
    public String answer(String question) {
        return question;
    }

    @Override
    public Optional<String> find(String question) {
        return Optional.empty();
    }

    @Override
    public Optional<String> surely() {
        return Optional.empty();
    }
}
