package switchboard.conversation.foresight;

import java.util.List;
import java.util.Optional;
import switchboard.api.llm.Message;
import switchboard.conversation.reply.Guess;
import switchboard.conversation.words.Wording;

/** The answer to what was last taken for all that the caller says; there is one at a time, and another ends it. Thread-safe. */
final class LatestGuess {

    private Optional<Guessed> guessed = Optional.empty();

    /** Words without punctuation, because recognisers are not of one mind about a comma. */
    private record Guessed(int turn, List<Message> before, List<String> words, Guess answer) {

        boolean answers(int asked, List<Message> conversation) {
            int last = conversation.size() - 1;
            return turn == asked && before.equals(conversation.subList(0, last))
                    && conversation.get(last) instanceof Message.User user && Wording.words(user.text()).equals(words);
        }
    }

    /** Ends the one before. */
    synchronized void replace(int turn, List<Message> before, String words, Guess answer) {
        giveUp();
        guessed = Optional.of(new Guessed(turn, before, Wording.words(words), answer));
    }

    /** Whether these words of that turn are what is being answered. */
    synchronized boolean is(int turn, String words) {
        return guessed.filter(guess -> guess.turn == turn && guess.words.equals(Wording.words(words))).isPresent();
    }

    /**
     * Gives the answer away if it is to the last words of this conversation, and ends it if it is not.
     *
     * @param conversation ends with the words of the turn
     */
    synchronized Optional<Guess> take(int turn, List<Message> conversation) {
        Optional<Guess> answer = guessed.filter(guess -> guess.answers(turn, conversation)).map(Guessed::answer);
        if (answer.isEmpty()) {
            giveUp();
        }
        guessed = Optional.empty();
        return answer;
    }

    /** Ends it. */
    synchronized void giveUp() {
        guessed.ifPresent(guess -> guess.answer.close());
    }
}
