package switchboard.test.framework.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.Conversations;
import switchboard.api.company.Company;

/** Several callers at once, who ask until it is closed; then each gets the answer to the question asked last. */
public final class Crowd implements AutoCloseable {

    private final Conversations conversations;
    private final LoadFigures figures;
    private final ScheduledExecutorService clocks = Executors.newScheduledThreadPool(2);
    private final List<LoadCaller> callers = new ArrayList<>();

    public Crowd(Conversations conversations, LoadFigures figures) {
        this.conversations = conversations;
        this.figures = figures;
    }

    /**
     * One more calls.
     *
     * @param thinking from the end of an answer to the next question
     */
    public void call(String callId, Company company, List<AudioClip> questions, Duration thinking) {
        callers.add(new LoadCaller(conversations, callId, company, questions, thinking, clocks, figures));
    }

    @Override
    public void close() throws InterruptedException {
        callers.forEach(LoadCaller::stop);
        for (LoadCaller caller : callers) {
            caller.close();
        }
        clocks.shutdownNow();
    }
}
