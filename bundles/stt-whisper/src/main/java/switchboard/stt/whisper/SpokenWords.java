package switchboard.stt.whisper;

import java.util.regex.Pattern;
import switchboard.api.stt.LoopGuard;

/**
 * Takes out of a transcript what nobody said: notes about sounds, loops, and the last lines of the subtitles that Whisper
 * learned from, which it writes where it hears nothing.
 */
final class SpokenWords {

    /** Such as [BLANK_AUDIO], (Musik), *applause*. */
    private static final Pattern NOTE = Pattern.compile("\\[[^]]*]|\\([^)]*\\)|\\*[^*]*\\*|[♩♪♫♬]+");

    /** Sentences at the end of subtitles; no caller says them to a receptionist. */
    private static final Pattern CREDITS = Pattern.compile(
            "(?:^|(?<=[.!?…])\\s*|\\s+)(?:"
            + "(?:thanks|thank you)(?: so much| very much)? for (?:watching|viewing)"
            + "|(?:please )?(?:like and )?subscribe(?: to (?:my|our|the) channel)?"
            + "|(?:vielen dank|danke)(?: schön| sehr)? für(?:s| das) zuschauen"
            + "|(?:muchas )?gracias por ver(?: el v[ií]deo)?"
            + "|merci d['’]avoir (?:regardé|visionné)(?: cette vidéo)?"
            + "|grazie (?:per (?:la visione|aver guardato)|a tutti per la visione)"
            + "|(?:muito )?obrigad[oa] por (?:assistir|ver)"
            + "|bedankt voor het kijken"
            + "|(?:untertitel|untertitelung|sous-titr\\p{L}+|subt[ií]tulos|sottotitoli|legendas|ondertitel\\p{L}+|subtitles)"
            + "\\b[^.!?]*?\\b(?:amara(?:\\.org)?|zdf|wdr|swr|qtss|radio-canada|community|comunidad|communauté|comunità)\\b[^.!?]*"
            + ")[.!?…]*\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What it writes for hum, clicks and breath. Nobody calls to say only that. */
    private static final Pattern NOTHING = Pattern.compile("(?:you|\\P{L}*)[.!?…]*", Pattern.CASE_INSENSITIVE);
    /** Twice as fast as the fastest speaker: where there is more, the model was stuck within a word. */
    private static final int MOST_LETTERS_PER_SECOND = 40;
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private SpokenWords() {
    }

    /**
     * The words that were spoken; empty if there were none.
     *
     * @param seconds how long the audio is that they were heard in
     */
    static String in(String transcript, double seconds) {
        String text = NOTE.matcher(transcript).replaceAll(" ");
        text = LoopGuard.withoutLoop(SPACES.matcher(text).replaceAll(" ").strip());
        text = CREDITS.matcher(text).replaceFirst("").strip();
        return isNothing(text) || text.length() > MOST_LETTERS_PER_SECOND * seconds ? "" : text;
    }

    private static boolean isNothing(String text) {
        return NOTHING.matcher(text).matches() && !DIGIT.matcher(text).find();
    }
}
