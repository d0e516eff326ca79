package switchboard.conversation.recognition;

import switchboard.api.audio.AudioClip;

/** What a recogniser may have heard: foreign ones give anything, and all of it would be shown, spoken about and kept. */
final class SpokenText {

    /** The fastest speakers say half of that. */
    private static final int LETTERS_PER_SECOND = 60;
    private static final int LETTERS_AT_LEAST = 200;

    private SpokenText() {}

    /**
     * The words, without control characters.
     *
     * @throws IllegalStateException if there are more than anybody can have said
     */
    static String of(String given, AudioClip speech) {
        long most = LETTERS_AT_LEAST + LETTERS_PER_SECOND * speech.duration().toMillis() / 1000;
        if (given.length() > most) {
            throw new IllegalStateException("expected at most %d letters of %d ms of speech, got %d".formatted(most, speech.duration().toMillis(), given.length()));
        }
        return given.replaceAll("[\\p{Cc}\\p{Cs}]+", " ");
    }
}
