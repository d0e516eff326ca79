package switchboard.operations.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import switchboard.api.call.Lines;
import switchboard.operations.calls.OpenCall;
import switchboard.operations.calls.OpenCalls;

/** The shell's {@code voice:calls} and {@code voice:drain}; the lines may be absent, which is an answer too. Thread-safe. */
@Component(service = LineCommands.class,
        property = {"osgi.command.scope=voice", "osgi.command.function=calls", "osgi.command.function=drain"})
public final class LineCommands {

    private final OpenCalls open;
    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Lines lines;

    @Activate
    public LineCommands(@Reference OpenCalls open) {
        this(open, Clock.systemUTC(), null);
    }

    LineCommands(OpenCalls open, Clock clock, @Nullable Lines lines) {
        this.open = open;
        this.clock = clock;
        this.lines = lines;
    }

    /**
     * Lists the open calls, oldest first.
     *
     * @param options {@code --json} for programs
     */
    public String calls(String... options) {
        Arguments arguments = Arguments.none(options);
        Instant now = clock.instant();
        List<Call> calls = open.list().stream().map(call -> Call.of(call, now)).toList();
        Optional<Taken> taken = Optional.ofNullable(lines).map(some -> new Taken(some.open(), some.most(), some.isDraining()));
        String text = Stream.concat(Stream.of(taken.map(Taken::text).orElse("no lines: calls cannot be taken yet")), calls.stream().map(Call::text))
                .collect(Collectors.joining("\n"));
        return arguments.answer(new Answer(taken.orElse(null), calls), text);
    }

    /**
     * Refuses new calls from now on; open ones go on.
     *
     * @param options {@code --json} for programs
     * @throws IllegalStateException if there are no lines
     */
    public String drain(String... options) {
        Arguments arguments = Arguments.none(options);
        Lines some = Optional.ofNullable(lines).orElseThrow(() -> new IllegalStateException("no lines: calls cannot be taken anyhow"));
        some.drain();
        Taken taken = new Taken(some.open(), some.most(), some.isDraining());
        return arguments.answer(taken, taken.text());
    }

    /** The names are the answer's. */
    private record Answer(@Nullable Taken lines, List<Call> calls) {}

    private record Taken(int open, int most, boolean draining) {

        String text() {
            return "%d of %d lines taken%s".formatted(open, most, draining ? ", draining" : "");
        }
    }

    private record Call(String id, String company, String since, long seconds, int turns, long lastTurnMs) {

        static Call of(OpenCall call, Instant now) {
            return new Call(call.id(), call.company(), call.since().toString(), Duration.between(call.since(), now).toSeconds(), call.turns(), call.lastTurn().toMillis());
        }

        String text() {
            return "%s  %-20s %4d:%02d  %3d turns  last %d ms".formatted(id, company, seconds / 60, seconds % 60, turns, lastTurnMs);
        }
    }
}
