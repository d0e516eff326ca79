package switchboard.llm.receptionist.booking;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was said, in the forms in which the rules of the dialogue look at it. */
final class Speech {

    private static final String FILLER = "(?:um+|uh+|er+|hm+|well|oh|ah|so|then|okay|ok|yes|yeah|yep|sure|please|thanks|thank you|just|only|about|around|maybe|probably|perhaps"
            + "|i think|i guess|i'd say|let's say|say|it's|it is|that's|that is|it will be|it'll be|we'll be|we will be|we are|we're|there are|there will be|there'll be"
            + "|make (?:it|that)|(?:can|could|can't|couldn't) (?:we|you|i) (?:make (?:it|that)|do|say|have|get)|it (?:should|must|has to|needs to) be|should be|let's (?:be|do|make (?:it|that)|take|go (?:for|with))|we can be|i (?:said|meant|want|need|'d like)|i'd (?:like|prefer|take)|we'd (?:like|prefer|take)|how about|what about|change (?:it|that) to|to|like|ish|we|i|the|for|a table for|no|sorry|wrong|incorrect|not (?:right|correct|quite)|actually|rather|better|instead|and|is fine|after all|would be (?:fine|great|good|nice)|if possible)";
    private static final Pattern BARE_NUMBER = Pattern.compile("(?:" + FILLER + " )*(?:is )?(" + Numbers.NUMBER + ")(?: (?:" + FILLER + "|too early|too late|too soon))*");
    private static final Pattern YES = Pattern.compile("(?:(?:" + FILLER + ") )*(?:yes|yeah|yep|yup|sure|okay|ok|of course|certainly|absolutely|definitely|perfect|great|good|fine|lovely|exactly|correct|right|all right|alright"
            + "|please do|go ahead|do (?:it|that|so)|(?:that|it|this)(?:'s| is| would be| sounds| will be)? (?:all )?(?:fine|good|great|okay|ok|perfect|right|correct|works|work|lovely)(?: for (?:me|us))?|that works|works for (?:me|us)|sounds (?:good|great|fine|perfect)"
            + "|that will do|that'll do|i'll take (?:it|that)|we'll take (?:it|that)|i take (?:it|that)|let's (?:do|take) (?:it|that)|(?:please )?(?:book|reserve|take) (?:it|that|that one|this one))(?: (?:"
            + FILLER + "|yes|great|good|perfect|fine|do it|do that|book it|for me|for us|that's (?:me|us)|i'll take (?:it|that)|we'll take (?:it|that)))*");
    private static final Pattern YES_BEFORE = Pattern.compile("(?i)^\\W*(?:(?:um+|uh+|oh|yes|yeah|yep|yup|sure|perfect|lovely|great|good|okay|ok|fine|please|thanks|thank you|that(?:'s| is| would be) (?:good|great|fine|perfect|lovely))\\b\\W*)+");
    private static final Pattern NO = Pattern.compile("(?:(?:um+|uh+|oh|well|okay) )*(?:no|nope|nah|not really|not necessary|rather not|i'd rather not|better not|none)"
            + "(?: (?:thanks|thank you|please|not|really|sorry|it's|that's|not necessary|need|no need|wrong|all|right|correct))*(?: but)?");
    private static final Pattern CLUELESS = Pattern.compile("(?:(?:um+|uh+|er+|hm+|well|oh|so|sorry|no|yes|the|a|like|and|you know|let me (?:see|think)|one (?:moment|second)(?: please)?|hello|i don't know(?: yet)?|i do not know(?: yet)?"
            + "|i'm not sure(?: yet)?|i am not sure(?: yet)?|not sure(?: yet)?|no idea|dunno|whatever|it doesn't matter|what|pardon|huh|excuse me|hang on|hold on|wait|good question)(?: |$))*");

    private static final int LONG = 5;

    private Speech() {
    }

    /** Small letters and digits with single spaces; apostrophes, colons in times and hyphens within words stay. */
    static String plain(String said) {
        return said.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("\\b([ap])\\.\\s?m\\b\\.?", "$1m").replaceAll("[^\\p{L}\\p{N}':+-]+", " ").strip();
    }

    /** The number, if nothing else was said. */
    static OptionalInt bareNumber(String said) {
        Matcher bare = BARE_NUMBER.matcher(plain(said));
        return bare.matches() ? Numbers.value(bare.group(1)) : OptionalInt.empty();
    }

    /** Whether it only agrees. */
    static boolean agrees(String said) {
        return YES.matcher(plain(said)).matches();
    }

    /** What is said besides a yes; empty if it only agrees. */
    static Optional<String> besidesYes(String said) {
        return agrees(said) ? Optional.empty() : Optional.of(YES_BEFORE.matcher(said).replaceFirst("")).filter(rest -> !rest.isBlank());
    }

    /** Whether it only refuses. */
    static boolean refuses(String said) {
        return NO.matcher(plain(said)).matches();
    }

    /** Whether it says nothing that could be an answer: "hm", "I don't know", "hello?". */
    static boolean isClueless(String said) {
        return CLUELESS.matcher(plain(said)).matches();
    }

    /** Whether it is more than a detail that was asked for. */
    static boolean isLong(String said) {
        return plain(said).split(" ").length >= LONG;
    }
}
