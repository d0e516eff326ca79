package switchboard.operations.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.call.Conversation;
import switchboard.api.call.Conversations;
import switchboard.api.call.MediaListener;
import switchboard.api.call.TurnLedger;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;

/**
 * The shell's {@code voice:dial}: a call of one recording, through everything but the network. The caller waits for the
 * greeting, speaks, and listens to the end. Thread-safe; blocks as long as the call lasts.
 */
@Component(service = DialCommand.class, property = {"osgi.command.scope=voice", "osgi.command.function=dial"})
public final class DialCommand {

    private static final long FRAME_NS = 10_000_000;
    private static final int HEARD_SAMPLES = MediaListener.HEARD_HZ / 100;
    private static final int PLAYED_SAMPLES = MediaListener.PLAYED_HZ / 100;
    /** In frames: a call that does not come to an end by then is ended. */
    private static final int MOST_FRAMES = 12_000;
    /** In frames: a company that has not begun to speak by then has no greeting. */
    private static final int GREETING_FRAMES = 500;
    /** In frames: a bot that is silent this long has said all; between clauses it pauses for less. */
    private static final int SILENT_FRAMES = 150;

    private final Companies companies;
    private final Conversations conversations;
    private final Pace pace;
    private final AtomicLong calls = new AtomicLong();

    @Activate
    public DialCommand(@Reference Companies companies, @Reference Conversations conversations) {
        this(companies, conversations, LockSupport::parkNanos);
    }

    DialCommand(Companies companies, Conversations conversations, Pace pace) {
        this.companies = companies;
        this.conversations = conversations;
        this.pace = pace;
    }

    /** Waits; a test does not. */
    @FunctionalInterface
    interface Pace {
        void sleep(long ns);
    }

    /**
     * Calls a company, says what is in the file, and prints what both sides said and where the time went.
     *
     * @param line {@code --company id [--json] file.wav}
     * @throws IllegalStateException if there was no answer
     */
    public String dial(String... line) throws IOException {
        Arguments arguments = Arguments.read(Set.of("--company"), line);
        Path file = Path.of(arguments.text("the WAV file")).toAbsolutePath();
        Company company = Chosen.company(companies, arguments);
        AudioClip speech = Resampler.resample(Utterance.read(file), MediaListener.HEARD_HZ);
        Overheard overheard = new Overheard();
        try (Conversation conversation = conversations.open("dial-" + calls.incrementAndGet(), company, overheard::accept)) {
            conversation.begin();
            Frames frames = new Frames(conversation);
            frames.listen(GREETING_FRAMES, overheard::hasSpoken);
            frames.listen(MOST_FRAMES, () -> overheard.silentFor() > SILENT_FRAMES);
            overheard.callerSpeaks();
            frames.speak(speech);
            frames.listen(MOST_FRAMES, () -> overheard.isOver() || overheard.isAnswered() && overheard.silentFor() > SILENT_FRAMES);
        }
        if (!overheard.isAnswered()) {
            throw new IllegalStateException("no answer; heard: '%s'%s".formatted(overheard.caller(), overheard.failures()));
        }
        Call call = new Call(company.id(), overheard.caller(), overheard.bot(), overheard.ledgers().stream().map(Turn::of).toList());
        return arguments.answer(call, call.text());
    }

    /** Time passes for the call, 10 ms by 10 ms. Confined to one thread. */
    private final class Frames {

        private final Conversation conversation;
        private final long startNs = System.nanoTime();
        private final float[] played = new float[PLAYED_SAMPLES];
        private long count;

        Frames(Conversation conversation) {
            this.conversation = conversation;
        }

        void speak(AudioClip speech) {
            float[] frame = new float[HEARD_SAMPLES];
            for (int from = 0; from < speech.samples().length; from += HEARD_SAMPLES) {
                Arrays.fill(frame, 0);
                System.arraycopy(speech.samples(), from, frame, 0, Math.min(HEARD_SAMPLES, speech.samples().length - from));
                next(frame.clone());
            }
        }

        void listen(int most, BooleanSupplier until) {
            for (int i = 0; i < most && !until.getAsBoolean(); i++) {
                next(new float[HEARD_SAMPLES]);
            }
        }

        private void next(float[] heard) {
            conversation.hear(new AudioClip(MediaListener.HEARD_HZ, heard));
            Arrays.fill(played, 0);
            conversation.play(played);
            count++;
            pace.sleep(Math.max(0, startNs + count * FRAME_NS - System.nanoTime()));
        }
    }

    /** The names are the answer's. */
    private record Call(String company, String caller, String answer, List<Turn> turns) {

        String text() {
            return "caller: %s%nbot:    %s%n%s".formatted(caller, answer, turns.stream().map(Turn::text).collect(Collectors.joining("\n")));
        }
    }

    private record Turn(int turn, boolean speculated, long totalMs, List<Part> parts) {

        static Turn of(TurnLedger ledger) {
            return new Turn(ledger.turn(), ledger.speculated(), ledger.total().toMillis(),
                    ledger.parts().stream().map(part -> new Part(part.name(), part.duration().toMillis(), part.owner())).toList());
        }

        String text() {
            return String.format(Locale.ROOT, "%d ms to the answer%s%n", totalMs, speculated ? ", prepared before the turn was over" : "")
                    + parts.stream().map(part -> "  %-12s %5d ms  %s".formatted(part.name, part.ms, part.owner)).collect(Collectors.joining("\n"));
        }
    }

    private record Part(String name, long ms, String owner) {}
}
