package switchboard.api.company;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import switchboard.api.llm.LanguageModel;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.model.Lease;
import switchboard.api.model.Models;
import switchboard.api.stt.SpeechToText;
import switchboard.api.tts.TextToSpeech;
import switchboard.api.turn.TurnDetector;
import switchboard.api.vad.VoiceActivityDetector;

/**
 * One company, as configured.
 *
 * @param id        lower-case letters, digits and hyphens, at most 40; unique in the server
 * @param name      as the assistant says it
 * @param language  primary subtag of BCP 47, for example {@code en}
 * @param greeting  the first words of every call
 * @param persona   who answers and how: the company's part of the prompt's core
 * @param openingHours in words, for example "Tuesday to Sunday from five to eleven"; empty if not said
 * @param voice     which voice speaks
 * @param models    which model of each kind serves the company
 * @param languageModel settings for the language model
 * @param endpointing when a pause ends a turn
 * @param knowledge folder of documents
 * @param limits    what a call may take
 * @param business  when it is open and what can be booked
 * @param interruption when a caller who speaks silences the assistant
 * @param recording whether its calls are kept, and how long
 */
public record Company(
        String id,
        String name,
        String language,
        String greeting,
        String persona,
        String openingHours,
        Voice voice,
        ModelChoice models,
        LanguageModelSettings languageModel,
        Endpointing endpointing,
        Optional<Path> knowledge,
        CallLimits limits,
        Business business,
        Interruption interruption,
        Recording recording) {

    public Company {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
    }

    /** A company that keeps nothing of its calls. */
    public Company(String id, String name, String language, String greeting, String persona, String openingHours, Voice voice,
            ModelChoice models, LanguageModelSettings languageModel, Endpointing endpointing, Optional<Path> knowledge, CallLimits limits,
            Business business, Interruption interruption) {
        this(id, name, language, greeting, persona, openingHours, voice, models, languageModel, endpointing, knowledge, limits, business,
                interruption, Recording.OFF);
    }

    /** A company that takes no bookings and is interrupted as usual. */
    public Company(String id, String name, String language, String greeting, String persona, String openingHours, Voice voice,
            ModelChoice models, LanguageModelSettings languageModel, Endpointing endpointing, Optional<Path> knowledge, CallLimits limits) {
        this(id, name, language, greeting, persona, openingHours, voice, models, languageModel, endpointing, knowledge, limits,
                Business.NONE, Interruption.DEFAULT);
    }

    /** The models without which nobody can call, one of each kind, in the order in which an utterance meets them. */
    public List<NeededModel> neededModels() {
        return List.of(
                new NeededModel(VoiceActivityDetector.class, models.voiceActivityDetector(), Optional.empty()),
                new NeededModel(TurnDetector.class, models.turnDetector(), Optional.empty()),
                new NeededModel(SpeechToText.class, models.speechToText(), Optional.of(language)),
                new NeededModel(LanguageModel.class, models.languageModel(), Optional.empty()),
                new NeededModel(TextToSpeech.class, models.textToSpeech(), Optional.empty()));
    }

    /**
     * What a model has to be to serve a company.
     *
     * @param kind     its contract
     * @param chosen   the filter of the company's choice; empty if every model fits
     * @param language that it has to know, also if the company chose it; empty if that does not matter
     */
    public record NeededModel(Class<?> kind, String chosen, Optional<String> language) {

        /** The filter for {@link Models#lease}. */
        public String filter() {
            return language.map(spoken -> "(&%s%s)".formatted(Models.inLanguage(spoken), chosen)).orElse(chosen);
        }

        /** Whether one is warm; asking lets a model that loads on demand begin. */
        public boolean isIn(Models some) {
            Optional<? extends Lease<?>> lease = some.lease(kind, filter());
            lease.ifPresent(Lease::close);
            return lease.isPresent();
        }

        /** In words, for example "SpeechToText (model=whisper) for the language 'de'". */
        public String words() {
            return (kind.getSimpleName() + " " + chosen).strip() + language.map(spoken -> " for the language '%s'".formatted(spoken)).orElse("");
        }
    }

    /**
     * How the assistant sounds.
     *
     * @param name  one of the voices of the company's text-to-speech model
     * @param speed 1.0 is the voice's own pace; in [0.5, 2.0]
     */
    public record Voice(String name, double speed) {}

    /**
     * LDAP filters on the service properties of models ({@code model}, {@code version}, {@code language}), for example
     * {@code (model=kokoro)}; the empty string admits every model.
     */
    public record ModelChoice(
            String voiceActivityDetector, String turnDetector, String speechToText, String languageModel, String textToSpeech) {

        /** Whatever ranks first. */
        public static final ModelChoice ANY = new ModelChoice("", "", "", "", "");
    }

    /**
     * When a pause ends a turn. Silence counts from the last sound. The surer the words and the melody are that nothing
     * follows, the less of it is enough.
     *
     * @param vadStart   how long speech lasts before it counts
     * @param vadStop    the silence that ends a turn that is surely whole, such as a question: the shortest of all
     * @param likely     the silence that ends a turn that is whole by itself, but may go on, such as a statement
     * @param doubtful   the silence that ends a turn after which mostly something follows, such as "Can I have"; halfway between
     *                   this and the former ends a turn that leaves open what is wanted
     * @param maxSilence the silence that ends every turn
     */
    public record Endpointing(Duration vadStart, Duration vadStop, Duration likely, Duration doubtful, Duration maxSilence) {

        /** 0.1 s of speech; 0.15, 0.45, 1.2 and three seconds of silence. */
        public static final Endpointing DEFAULT = new Endpointing(
                Duration.ofMillis(100), Duration.ofMillis(150), Duration.ofMillis(450), Duration.ofMillis(1200), Duration.ofSeconds(3));
    }

    /**
     * What a company's calls may take.
     *
     * @param calls    how many at once; positive
     * @param duration how long one may last
     * @param turns    how many turns the caller may take in one; positive
     */
    public record CallLimits(int calls, Duration duration, int turns) {

        private static final int USUAL_TURNS = 200;

        /** Eight calls of half an hour. */
        public static final CallLimits DEFAULT = new CallLimits(8, Duration.ofMinutes(30));

        /** Calls of two hundred turns: more than anybody takes in half an hour. */
        public CallLimits(int calls, Duration duration) {
            this(calls, duration, USUAL_TURNS);
        }
    }

    /**
     * Whether the company's calls are kept: their sound, and what was said. What is kept is deleted when its time is over, also
     * if the company keeps nothing any more.
     *
     * @param on        whether calls are kept; the {@link Company#greeting greeting} then begins with the notice of it
     * @param retention how long; positive
     */
    public record Recording(boolean on, Duration retention) {

        /** Nothing is kept; what was, for thirty days. */
        public static final Recording OFF = new Recording(false, Duration.ofDays(30));

        public Recording {
            if (retention.isNegative() || retention.isZero()) {
                throw new IllegalArgumentException("retention must be positive: " + retention);
            }
        }
    }

    /**
     * When a company is open and what can be booked.
     *
     * @param timeZone of all its local times
     * @param hours    when it is open
     * @param bookings what can be booked; empty if nothing
     * @param tools    names of the tools that its assistant may use
     */
    public record Business(ZoneId timeZone, OpeningHours hours, Optional<BookingRules> bookings, Set<String> tools) {

        /** No hours, no bookings, no tools; the time zone of the machine. */
        public static final Business NONE = new Business(ZoneId.systemDefault(), OpeningHours.UNKNOWN, Optional.empty(), Set.of());

        public Business {
            tools = Set.copyOf(tools);
        }
    }

    /**
     * When a caller who speaks silences the assistant.
     *
     * @param duringGreeting whether the greeting can be interrupted
     * @param minSpeech      how long the caller speaks before it counts as an interruption
     * @param resumeAfter    the silence without words after which the assistant goes on where it was cut
     */
    public record Interruption(boolean duringGreeting, Duration minSpeech, Duration resumeAfter) {

        /** Always, after 0.1 s; the assistant goes on after 0.6 s of silence without words. */
        public static final Interruption DEFAULT = new Interruption(true, Duration.ofMillis(100), Duration.ofMillis(600));
    }
}
