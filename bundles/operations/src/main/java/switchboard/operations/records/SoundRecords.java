package switchboard.operations.records;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.api.call.CallObserver;
import switchboard.api.call.CallTap;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyListener;
import switchboard.operations.data.DataFolder;

/**
 * Keeps the sound of the calls of companies that record, beside their {@linkplain CallRecords records}. A company that stops
 * recording is heard no more at once, also in the calls that are open. {@link CallRecords} deletes what is too old.
 *
 * <p>Thread-safe. Files are written on a thread of its own, twice a second.
 */
@Component(immediate = true)
public final class SoundRecords implements CallTap, CallObserver, CompanyListener {

    private static final Logger log = LoggerFactory.getLogger(SoundRecords.class);
    private static final int PACE_MS = 500;
    private static final int CLOSING_SECONDS = 5;

    private final RecordFolder folder;
    private final Clock clock;
    private final Map<String, SoundRecording> recordings = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor writer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "sound-records");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public SoundRecords(BundleContext context) {
        this(DataFolder.of(context), Clock.systemUTC());
        writer.scheduleWithFixedDelay(() -> recordings.values().forEach(this::write), PACE_MS, PACE_MS, TimeUnit.MILLISECONDS);
    }

    /** Writes only at the end of calls. */
    SoundRecords(Path data, Clock clock) {
        this.folder = new RecordFolder(data);
        this.clock = clock;
    }

    @Override
    public Optional<Ear> listen(CallInfo call, Company company) {
        if (!company.recording().on()) {
            return Optional.empty();
        }
        SoundRecording recording = new SoundRecording(call, new Notice(company.greeting()), clock.instant(), folder, () -> end(call.id()));
        recordings.put(call.id(), recording);
        return Optional.of(recording);
    }

    @Override
    public void happened(CallInfo call, CallEvent event) {
        Optional.ofNullable(recordings.get(call.id())).ifPresent(recording -> recording.happened(event));
    }

    @Override
    public void changed(Company company) {
        if (!company.recording().on()) {
            List<String> unwanted = recordings.values().stream().map(SoundRecording::call).filter(call -> call.company().equals(company.id()))
                    .map(CallInfo::id).toList();
            unwanted.forEach(this::end);
        }
    }

    /** What is there of open calls is kept. */
    @Deactivate
    void stop() throws InterruptedException {
        List.copyOf(recordings.keySet()).forEach(this::end);
        writer.shutdown();
        if (!writer.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
            log.error("recordings={} could not be ended in {} s", writer.shutdownNow().size(), CLOSING_SECONDS);
        }
    }

    private void end(String callId) {
        Optional.ofNullable(recordings.remove(callId)).ifPresent(recording -> {
            recording.hearNoMore();
            writer.execute(() -> {
                write(recording);
                recording.release();
            });
        });
    }

    private void write(SoundRecording recording) {
        try {
            recording.write();
        } catch (IOException | RuntimeException e) {
            // Once, and not twice a second until the call ends.
            log.error("call={} company={} is not recorded any more", recording.call().id(), recording.call().company(), e);
            recordings.remove(recording.call().id());
            recording.hearNoMore();
            recording.release();
        }
    }
}
