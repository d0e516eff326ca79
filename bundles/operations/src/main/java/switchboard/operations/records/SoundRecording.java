package switchboard.operations.records;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.api.call.CallTap;

/**
 * The sound of one call. The assistant is kept from the beginning, as proof of the notice; the caller from its end. Thread-safe,
 * but for {@link #write} and {@link #release}, which belong to the thread that writes.
 */
final class SoundRecording implements CallTap.Ear {

    private static final Logger log = LoggerFactory.getLogger(SoundRecording.class);

    private final CallInfo call;
    private final Notice notice;
    private final Instant opened;
    private final RecordFolder folder;
    private final Runnable whenClosed;
    private final TwoTracks tracks = new TwoTracks();
    private @Nullable GrowingWav file;
    private volatile boolean noticed;
    private volatile boolean over;

    SoundRecording(CallInfo call, Notice notice, Instant opened, RecordFolder folder, Runnable whenClosed) {
        this.call = call;
        this.notice = notice;
        this.opened = opened;
        this.folder = folder;
        this.whenClosed = whenClosed;
    }

    CallInfo call() {
        return call;
    }

    void happened(CallEvent event) {
        if (notice.isHeardIn(event)) {
            noticed = true;
        }
    }

    @Override
    public void heard(AudioClip frame) {
        if (!over) {
            tracks.caller(noticed ? frame.samples() : new float[frame.samples().length]);
        }
    }

    @Override
    public void played(float[] frame) {
        if (!over) {
            tracks.assistant(frame);
        }
    }

    @Override
    public void close() {
        whenClosed.run();
    }

    void hearNoMore() {
        over = true;
    }

    /** Brings to the disk what has been heard; the file is made when there is something to write. */
    void write() throws IOException {
        short[] samples = tracks.take(over);
        if (samples.length == 0) {
            return;
        }
        GrowingWav open = file;
        if (open == null) {
            open = new GrowingWav(folder.place(call.company(), call.id(), opened, ".wav"), TwoTracks.HZ);
            file = open;
        }
        open.append(samples);
    }

    void release() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            log.warn("call={} recording could not be closed", call.id(), e);
        }
        file = null;
    }
}
