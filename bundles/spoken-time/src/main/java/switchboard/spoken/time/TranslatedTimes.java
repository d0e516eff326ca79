package switchboard.spoken.time;

import java.time.LocalDateTime;
import switchboard.api.time.Mention;
import switchboard.api.time.SpokenTimes;

/** Dates and times of a language that are read as English when their words are put into English. Immutable. */
abstract class TranslatedTimes implements SpokenTimes {

    private final Rewriting words;
    private final EnglishTimes english = new EnglishTimes();

    TranslatedTimes(Rewriting words) {
        this.words = words;
    }

    @Override
    public final Mention find(String text, LocalDateTime now) {
        return english.find(words.of(text), now);
    }

    @Override
    public final String inEnglish(String text) {
        return words.of(text);
    }
}
