package switchboard.company;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Interruption;
import switchboard.api.company.Company.Recording;

/** Reads how a company's calls begin, what they may take, and whether they are kept. */
final class CallsReader {

    /** What somebody may think is replaced. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?!name\\})");

    private CallsReader() {}

    /** The first words: the notice, if calls are kept, and the greeting. */
    static String greeting(Settings settings, String language) {
        String greeting = said(settings, "greeting", language, Sayings::greeting);
        return settings.truth("recording") ? said(settings, "recording.notice", language, Sayings::notice) + " " + greeting : greeting;
    }

    private static String said(Settings settings, String key, String language, Function<Sayings, String> usual) {
        Optional<String> words = settings.text(key).or(() -> Sayings.in(language).map(usual));
        if (words.isEmpty() && !settings.has(key)) {
            settings.miss(key, "because there are no usual words in the language '%s'".formatted(language));
        }
        words.filter(text -> PLACEHOLDER.matcher(text).find())
                .ifPresent(text -> settings.refuse(key, text, "a text in which only {name} stands for something, and no other braces: they would be spoken"));
        return words.orElse("");
    }

    static CallLimits limits(Settings settings) {
        return new CallLimits(settings.integer("calls.max"), Duration.ofMinutes(settings.integer("call.minutes.max")), settings.integer("call.turns.max"));
    }

    static Recording recording(Settings settings) {
        return new Recording(settings.truth("recording"), Duration.ofDays(settings.integer("recording.retention.days")));
    }

    /** A notice that can be cut is none. */
    static Interruption interruption(Settings settings) {
        boolean recording = settings.truth("recording");
        if (recording && settings.has("interrupt.greeting") && settings.truth("interrupt.greeting")) {
            settings.refuse("interrupt.greeting", true, "false, or left out, while 'recording' is true: the notice must be heard to its end");
        }
        return new Interruption(!recording && settings.truth("interrupt.greeting"),
                Duration.ofMillis(settings.integer("interrupt.min.ms")), Duration.ofMillis(settings.integer("interrupt.resume.ms")));
    }
}
