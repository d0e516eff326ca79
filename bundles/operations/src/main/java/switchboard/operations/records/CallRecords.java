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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.api.call.CallObserver;

/**
 * Keeps what was said in the calls of the companies that want it, and of no others; without configuration, of none. Old
 * records are deleted every day, also those of companies that want it no more.
 *
 * <p>A record is written whenever something was said, so that it is on disk when the server is killed in the middle of a call.
 *
 * <p>Thread-safe. Files are written on a thread of its own; while the disk is busy, what happens in a call waits for one write.
 */
@Component(immediate = true, configurationPid = CallRecords.PID)
@Designate(ocd = CallRecords.Config.class)
public final class CallRecords implements CallObserver {

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

        @AttributeDefinition(description = "How long records are kept [days].", min = "1", max = "3650")
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

    @Activate
    public CallRecords(BundleContext context, Config config) {
        this(ids(config.companies()), config.retention_days(), data(context), Clock.systemUTC());
        writer.scheduleWithFixedDelay(this::deleteOld, 0, 1, TimeUnit.DAYS);
    }

    /** Deletes nothing by itself. */
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

    @Override
    public void opened(CallInfo call) {
        if (!companies.contains(EVERY_COMPANY) && !companies.contains(call.company())) {
            return;
        }
        if (recordings.size() >= MOST_RECORDINGS) {
            log.warn("call={} company={} is not kept: {} calls are being kept already", call.id(), call.company(), MOST_RECORDINGS);
            return;
        }
        Recording recording = new Recording(call, clock);
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
            int deleted = folder.deleteBefore(LocalDate.now(clock).minusDays(retentionDays));
            if (deleted > 0) {
                log.info("deleted={} call records older than {} days", deleted, retentionDays);
            }
        } catch (IOException | RuntimeException e) {
            log.error("old call records could not be deleted; they are kept longer than the company was promised", e);
        }
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
    private static Path data(BundleContext context) {
        Path home = Optional.ofNullable(System.getenv("XDG_DATA_HOME")).filter(path -> !path.isBlank()).map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share"));
        return Optional.ofNullable(context.getProperty(DATA)).filter(path -> !path.isBlank()).map(Path::of)
                .orElseGet(() -> home.resolve("switchboard")).toAbsolutePath();
    }
}
