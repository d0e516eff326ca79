package switchboard.operations.records;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
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

/**
 * Keeps what was said in the calls of the companies that want it, and of no others: those that record, and those that the operator
 * names. Old records, and the sound beside them, are deleted every hour, also those of companies that keep nothing any more.
 *
 * <p>Of a company that records nothing is kept that the caller says before the notice was heard, and nothing more as soon as it
 * records no more.
 *
 * <p>A record is written whenever something was said, so that it is on disk when the server is killed in the middle of a call.
 *
 * <p>Thread-safe. Files are written on a thread of its own; while the disk is busy, what happens in a call waits for one write.
 */
@Component(immediate = true, configurationPid = CallRecords.PID)
@Designate(ocd = CallRecords.Config.class)
public final class CallRecords implements CallObserver, CallTap, CompanyListener {

    static final String PID = "switchboard.records";
    /** Framework or system property: the server's folder of data. */
    static final String DATA = "switchboard.data";

    private static final Logger log = LoggerFactory.getLogger(CallRecords.class);
    private static final String EVERY_COMPANY = "*";
    /** More calls at once than any one machine can hold. */
    private static final int MOST_RECORDINGS = 256;
    /** Records that wait for the disk; one is at most about a megabyte. */
    private static final int MOST_WAITING = 64;
    private static final int CLOSING_SECONDS = 5;

    @ObjectClassDefinition(name = "Call records", description = "Whose calls are kept, and how long.")
    @interface Config {

        @AttributeDefinition(description = "Ids of the companies whose calls are kept, as an array or separated by commas, or * for all; none if empty.")
        String[] companies() default {};

        @AttributeDefinition(description = "How long records are kept [days], unless the company says it itself ('recording').", min = "1", max = "3650")
        int retention_days() default 30;
    }

    private final Set<String> companies;
    private final int retentionDays;
    private final RecordFolder folder;
    private final Clock clock;
    private final Map<String, Recording> recordings = new ConcurrentHashMap<>();
    /** Records of ended calls that are not on disk yet. */
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledThreadPoolExecutor writer;

    /** Comes and goes; what is being kept goes on. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Companies configured;

    @Activate
    public CallRecords(BundleContext context, Config config) {
        this(ids(config.companies()), config.retention_days(), data(context), Clock.systemUTC());
        // Not at once: the companies, which say how long, are not read yet.
        writer.scheduleWithFixedDelay(this::deleteOld, 2, 60, TimeUnit.MINUTES);
    }

    /** Deletes nothing by itself. */
    CallRecords(Set<String> companies, int retentionDays, Path data, Clock clock, Companies configured) {
        this(companies, retentionDays, data, clock);
        this.configured = configured;
    }

    CallRecords(Set<String> companies, int retentionDays, Path data, Clock clock) {
        if (retentionDays < 1) {
            throw new IllegalArgumentException("retention.days must be at least 1, got " + retentionDays);
        }
        this.companies = Set.copyOf(companies);
        this.retentionDays = retentionDays;
        this.folder = new RecordFolder(data);
        this.clock = clock;
        writer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "call-records");
            thread.setDaemon(true);
            return thread;
        });
        if (!companies.isEmpty()) {
            log.info("companies={} retention.days={} calls are kept in {}", companies, retentionDays, data);
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
        if (isNamed(call.company())) {
            begin(call, Optional.empty());
        }
    }

    private boolean isNamed(String company) {
        return companies.contains(EVERY_COMPANY) || companies.contains(company);
    }

    private void begin(CallInfo call, Optional<Notice> notice) {
        if (recordings.containsKey(call.id())) {
            return;
        }
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
        Optional.ofNullable(recordings.remove(call.id())).ifPresent(recording -> keep(recording.end(reason, true)));
    }

    @Override
    public void changed(Company company) {
        if (!company.recording().on() && !isNamed(company.id())) {
            recordings.values().stream().map(Recording::call).filter(call -> call.company().equals(company.id())).toList()
                    .forEach(call -> Optional.ofNullable(recordings.remove(call.id()))
                            .ifPresent(recording -> keep(recording.end("the company records no more; the call went on", false))));
        }
    }

    /** What was taken down of open calls is kept, as incomplete. */
    @Deactivate
    void stop() throws InterruptedException {
        List<Recording> open = new ArrayList<>(recordings.values());
        recordings.clear();
        open.forEach(recording -> keep(recording.end("records were stopped", false)));
        writer.shutdown();
        if (!writer.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
            log.error("records={} could not be written in {} s and are lost", writer.shutdownNow().size(), CLOSING_SECONDS);
        }
    }

    void deleteOld() {
        try {
            int deleted = folder.deleteOld(LocalDate.now(clock), this::retentionDays, retentionDays);
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
        return OptionalInt.of(recording.get().on() || !isNamed(company) ? (int) recording.get().retention().toDays() : retentionDays);
    }

    /** At most one write of a call waits: it takes what there is when its turn comes. */
    private void keepSoFar(Recording recording) {
        if (recording.asksToBeKept()) {
            try {
                writer.execute(() -> recording.soFar().ifPresent(this::write));
            } catch (RejectedExecutionException e) {
                log.debug("a call goes on after records were stopped", e);
            }
        }
    }

    private void keep(CallRecord record) {
        if (waiting.get() >= MOST_WAITING) {
            log.error("call={} company={} is not kept: the disk is too slow, {} records wait", record.call(), record.company(), MOST_WAITING);
            return;
        }
        try {
            writer.execute(() -> {
                waiting.decrementAndGet();
                write(record);
            });
            waiting.incrementAndGet();
        } catch (RejectedExecutionException e) {
            log.warn("call={} company={} is not kept: it ended after records were stopped", record.call(), record.company());
        }
    }

    private void write(CallRecord record) {
        try {
            folder.write(record);
        } catch (IOException | RuntimeException e) {
            log.error("call={} company={} could not be kept", record.call(), record.company(), e);
        }
    }

    /** Files of the form {@code .cfg} know no arrays. */
    static Set<String> ids(String... companies) {
        return Arrays.stream(companies).flatMap(some -> Arrays.stream(some.split(","))).map(String::strip).filter(id -> !id.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** By property, else where the XDG base directory rules say. */
    static Path data(BundleContext context) {
        Path home = Optional.ofNullable(System.getenv("XDG_DATA_HOME")).filter(path -> !path.isBlank()).map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share"));
        return Optional.ofNullable(context.getProperty(DATA)).filter(path -> !path.isBlank()).map(Path::of)
                .orElseGet(() -> home.resolve("switchboard")).toAbsolutePath();
    }
}
