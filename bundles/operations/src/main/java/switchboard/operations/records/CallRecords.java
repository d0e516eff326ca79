package switchboard.operations.records;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.api.call.CallObserver;
import switchboard.api.call.CallTap;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyListener;
import switchboard.operations.data.DataFolder;

/**
 * Keeps what was said in the calls of the companies that want it, and of no others: those that record, and those that the operator
 * names. Old records, and the sound beside them, are deleted every hour, also those of companies that keep nothing any more.
 *
 * <p>Of a company that records nothing is kept that the caller says before the notice was heard, and nothing more as soon as it
 * records no more.
 *
 * <p>A call that is opened before the operator's configuration has come, just after the server's start, is taken down in memory; it
 * is kept or forgotten when that comes, or after a minute.
 *
 * <p>A record is written whenever something was said, so that it is on disk when the server is killed in the middle of a call.
 *
 * <p>Thread-safe. Files are written on a thread of its own; while the disk is busy, what happens in a call waits for one write.
 */
@Component(immediate = true, configurationPid = CallRecords.PID)
@Designate(ocd = CallRecords.Config.class)
public final class CallRecords implements CallObserver, CallTap, CompanyListener {

    static final String PID = "switchboard.records";

    private static final Logger log = LoggerFactory.getLogger(CallRecords.class);
    /** More calls at once than any one machine can hold. */
    private static final int MOST_RECORDINGS = 256;
    /** More than a start takes: a configuration that is not there by then does not come. */
    private static final int UNDECIDED_SECONDS = 60;

    @ObjectClassDefinition(name = "Call records", description = "Whose calls are kept, and how long.")
    @interface Config {

        @AttributeDefinition(description = "Ids of the companies whose calls are kept, as an array or separated by commas, or * for all; none if empty.")
        String[] companies() default {};

        @AttributeDefinition(description = "How long records are kept [days], unless the company says it itself ('recording').", min = "1", max = "3650")
        int retention_days() default 30;
    }

    private final RecordFolder folder;
    private final RecordWriter writer;
    private final Clock clock;
    private final Map<String, Recording> recordings = new ConcurrentHashMap<>();
    /** Guards itself, and that a call which ends while it is being decided is not forgotten. */
    private final Undecided undecided = new Undecided();
    private volatile Named named;

    /** Comes and goes; what is being kept goes on. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Companies configured;

    @Activate
    public CallRecords(BundleContext context, Config config) {
        this(Named.of(config), DataFolder.of(context), Clock.systemUTC());
        // Not at once: the companies, which say how long, are not read yet.
        writer.everyHour(this::deleteOld, 2);
        writer.later(this::decide, UNDECIDED_SECONDS, TimeUnit.SECONDS);
    }

    /** Deletes nothing by itself. */
    CallRecords(Named named, Path data, Clock clock, Companies configured) {
        this(named, data, clock);
        this.configured = configured;
    }

    CallRecords(Named named, Path data, Clock clock) {
        this.named = named;
        this.folder = new RecordFolder(data);
        this.writer = new RecordWriter(folder);
        this.clock = clock;
        tell(named);
        if (!named.companies().isEmpty()) {
            decide();
        }
    }

    /** The configuration has come, or is another: calls that are being kept go on, unless their company is not named any more. */
    @Modified
    void modified(Config config) {
        change(Named.of(config));
    }

    void change(Named now) {
        named = now;
        tell(now);
        decide();
        end(recording -> recording.isForOperator() && !now.has(recording.call().company()), "the operator keeps this company's calls no more; the call went on");
    }

    private static void tell(Named named) {
        if (!named.companies().isEmpty()) {
            log.info("companies={} retention.days={} calls are kept", named.companies(), named.retentionDays());
        }
    }

    private void decide() {
        synchronized (undecided) {
            undecided.decide().forEach((call, over) -> {
                Recording open = recordings.get(call);
                if (over.filter(record -> named.has(record.company())).isPresent()) {
                    writer.keep(over.get());
                } else if (open != null && named.has(open.call().company())) {
                    keepSoFar(open);
                } else {
                    recordings.remove(call);
                }
            });
        }
    }

    /** Comes before {@link #opened}, with the company as the caller has reached it. */
    @Override
    public Optional<Ear> listen(CallInfo call, Company company) {
        if (company.recording().on()) {
            begin(call, Optional.of(new Notice(company.greeting())));
        }
        return Optional.empty();
    }

    @Override
    public void opened(CallInfo call) {
        if (recordings.containsKey(call.id())) {
            return;
        }
        synchronized (undecided) {
            if (undecided.add(call.id(), MOST_RECORDINGS) || named.has(call.company())) {
                begin(call, Optional.empty());
            }
        }
    }

    private void begin(CallInfo call, Optional<Notice> notice) {
        if (recordings.size() >= MOST_RECORDINGS) {
            log.warn("call={} company={} is not kept: {} calls are being kept already", call.id(), call.company(), MOST_RECORDINGS);
            return;
        }
        Recording recording = new Recording(call, clock, notice);
        recordings.put(call.id(), recording);
        keepSoFar(recording);
    }

    @Override
    public void happened(CallInfo call, CallEvent event) {
        Optional.ofNullable(recordings.get(call.id())).ifPresent(recording -> {
            recording.add(event);
            keepSoFar(recording);
        });
    }

    @Override
    public void closed(CallInfo call, String reason) {
        synchronized (undecided) {
            Optional.ofNullable(recordings.remove(call.id())).map(recording -> recording.end(reason, true))
                    .filter(record -> !undecided.over(record)).ifPresent(writer::keep);
        }
    }

    @Override
    public void changed(Company company) {
        if (!company.recording().on() && !named.has(company.id())) {
            end(recording -> recording.call().company().equals(company.id()), "the company records no more; the call went on");
        }
    }

    /** Keeps what there is of these calls, and nothing more. */
    private void end(Predicate<Recording> some, String reason) {
        synchronized (undecided) {
            recordings.values().stream().filter(recording -> !undecided.has(recording.call().id())).filter(some).toList().forEach(recording -> {
                recordings.remove(recording.call().id());
                writer.keep(recording.end(reason, false));
            });
        }
    }

    /** What was taken down of open calls is kept, as incomplete. */
    @Deactivate
    void stop() throws InterruptedException {
        end(recording -> true, "records were stopped");
        writer.stop();
    }

    void deleteOld() {
        try {
            int deleted = folder.deleteOld(LocalDate.now(clock), this::retentionDays, named.retentionDays());
            if (deleted > 0) {
                log.info("deleted={} files of calls that were old enough", deleted);
            }
        } catch (IOException | RuntimeException e) {
            log.error("old call records could not be deleted; they are kept longer than the company was promised", e);
        }
    }

    /** The company's own word, unless only the operator keeps its calls. */
    private OptionalInt retentionDays(String company) {
        Companies known = configured;
        Optional<Company.Recording> recording = known == null ? Optional.empty() : known.find(company).map(Company::recording);
        if (recording.isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(recording.get().on() || !named.has(company) ? (int) recording.get().retention().toDays() : named.retentionDays());
    }

    /** At most one write of a call waits: it takes what there is when its turn comes. */
    private void keepSoFar(Recording recording) {
        synchronized (undecided) {
            if (undecided.has(recording.call().id())) {
                return;
            }
        }
        if (recording.asksToBeKept()) {
            writer.keepSoFar(recording::soFar);
        }
    }
}
