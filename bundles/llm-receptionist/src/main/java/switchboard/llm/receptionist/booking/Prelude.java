package switchboard.llm.receptionist.booking;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a caller tells before anything is wished: who calls, which day is asked about, and which kind of booking is spoken of. */
final class Prelude {

    /** "Could you put us down for one o'clock then?" */
    private static final Pattern THEN = Pattern.compile("\\b(?:then|that day)\\b");

    private Prelude() {
    }

    /** What is known after a turn that wishes nothing. */
    static Slots told(Slots known, String words, TurnReader reader, List<String> kinds) {
        Slots introduced = NameWords.introduced(words).map(known::withName).orElse(known);
        Slots named = kinds.isEmpty() ? introduced : KindWords.in(Speech.plain(words), kinds).map(introduced::withKind).orElse(introduced);
        return reader.day(words).map(day -> named.withWhen(new When(Optional.of(day), List.of(), Optional.empty()))).orElse(named);
    }

    /**
     * What of that is known where a dialogue begins: the day only if it is pointed to.
     *
     * @param done the booking that was made in this call
     */
    static Slots begun(Slots known, String words, Intent intent, Optional<Slots> done) {
        String plain = Speech.plain(words);
        boolean pointed = (intent == Intent.BOOK || intent == Intent.FREE) && THEN.matcher(plain).find();
        Slots kept = pointed ? known : known.withWhen(When.UNKNOWN);
        if (intent == Intent.BOOK && Cue.SEPARATE.isIn(plain) && kept.kind().isEmpty()) {
            return done.flatMap(Slots::kind).map(kept::withKind).orElse(kept);
        }
        return done.filter(made -> intent == Intent.MOVE).map(made -> kept.withFrom(made.when())).orElse(kept);
    }
}
