package switchboard.transport.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import switchboard.api.call.MediaConnection;
import switchboard.api.call.OfferRejectedException;
import switchboard.api.metrics.Metric;

/** Two ends in one JVM, over the real network stack. Needs the native library's system libraries. */
@Tag("models")
@Timeout(60)
class WebRtcTransportTest {

    private static final double BOT_HZ = 440;
    private static final double CALLER_HZ = 1000;

    private final WebRtcTransport transport = new WebRtcTransport();
    private final RecordingListener listener = new RecordingListener(BOT_HZ);

    @AfterEach
    void stop() {
        transport.stop();
        assertThat(transport.openCalls()).isZero();
    }

    @Test
    void a_tone_goes_both_ways_at_its_own_pitch() throws Exception {
        try (TestCaller caller = new TestCaller(CALLER_HZ); MediaConnection call = transport.answer(caller.offer(), listener)) {
            caller.accept(call);
            assertThat(listener.connected.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(listener.heard.pitchHz()).isCloseTo(CALLER_HZ, within(15.0));
            assertThat(caller.heard.pitchHz()).isCloseTo(BOT_HZ, within(15.0));
            assertThat(framesSent()).as("counted").isPositive();
        }
    }

    private long framesSent() {
        return transport.metrics().stream().filter(Metric.Histogram.class::isInstance).map(Metric.Histogram.class::cast)
                .flatMap(pacer -> pacer.buckets().stream()).mapToLong(Metric.Bucket::count).sum();
    }

    @Test
    void messages_go_both_ways_unchanged() throws Exception {
        try (TestCaller caller = new TestCaller(CALLER_HZ); MediaConnection call = transport.answer(caller.offer(), listener)) {
            assertThat(call.send("too early")).isFalse();
            caller.accept(call);
            sendAsSoonAsPossible(caller, "Grüße, 你好");
            assertThat(listener.messages.poll(5, TimeUnit.SECONDS)).isEqualTo("Grüße, 你好");

            String large = "é".repeat(8_000);
            assertThat(call.send(large)).isTrue();
            assertThat(caller.messages.poll(5, TimeUnit.SECONDS)).isEqualTo(large);
        }
    }

    @Test
    void a_caller_who_hangs_up_is_noticed_at_once() throws Exception {
        try (TestCaller caller = new TestCaller(CALLER_HZ)) {
            MediaConnection call = transport.answer(caller.offer(), listener);
            caller.accept(call);
            sendAsSoonAsPossible(caller, "hello");
            assertThat(listener.messages.poll(5, TimeUnit.SECONDS)).isEqualTo("hello");
        }
        assertThat(listener.lost.poll(5, TimeUnit.SECONDS)).isEqualTo("the caller closed the data channel");
        assertThat(listener.lost).isEmpty();
    }

    @Test
    void a_call_that_is_closed_by_this_side_is_not_lost() throws Exception {
        try (TestCaller caller = new TestCaller(CALLER_HZ)) {
            MediaConnection call = transport.answer(caller.offer(), listener);
            caller.accept(call);
            listener.connected.await(10, TimeUnit.SECONDS);
            call.close();
            call.close();
            assertThat(call.send("too late")).isFalse();
            call.addCandidate("candidate:1 1 udp 1 192.0.2.7 9 typ host", "0", 0);
            assertThat(listener.lost).isEmpty();
        }
    }

    @Test
    void a_connection_closed_in_the_middle_of_its_making_harms_nobody() throws Exception {
        for (int i = 0; i < 8; i++) {
            try (TestCaller caller = new TestCaller(CALLER_HZ); MediaConnection call = transport.answer(caller.offer(), listener)) {
                caller.accept(call);
                new CountDownLatch(1).await(i * 20L, TimeUnit.MILLISECONDS);
            }
        }
    }

    @Test
    void candidates_that_make_no_sense_are_ignored() throws Exception {
        try (TestCaller caller = new TestCaller(CALLER_HZ); MediaConnection call = transport.answer(caller.offer(), listener)) {
            call.addCandidate("", "0", 0);
            call.addCandidate("nonsense", "0", 0);
            call.addCandidate("candidate:1 1 udp 1 x.local 9 typ host", "none", 99);
            caller.accept(call);
            assertThat(listener.connected.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void sdp_that_the_library_cannot_read_is_rejected() {
        assertThatThrownBy(() -> transport.answer("v=0\r\nm=audio 9 RTP/AVP 0\r\n", listener))
                .isInstanceOf(OfferRejectedException.class)
                .hasMessageStartingWith("the offer cannot be answered: ");
        assertThat(transport.openCalls()).isZero();
    }

    @Test
    void an_offer_cut_off_anywhere_is_answered_or_rejected() throws Exception {
        try (TestCaller caller = new TestCaller(CALLER_HZ)) {
            String offer = caller.offer();
            for (int end = 0; end < offer.length(); end += offer.length() / 40) {
                answerOrReject(offer.substring(0, end));
            }
        }
    }

    @Test
    void ten_calls_in_a_row_leave_no_thread_behind() throws Exception {
        call();
        call();
        long before = nativeThreads();
        for (int i = 0; i < 10; i++) {
            call();
        }
        assertThat(nativeThreads()).isLessThanOrEqualTo(before + 1);
    }

    private void call() throws Exception {
        RecordingListener once = new RecordingListener(BOT_HZ);
        try (TestCaller caller = new TestCaller(CALLER_HZ); MediaConnection call = transport.answer(caller.offer(), once)) {
            caller.accept(call);
            assertThat(once.connected.await(10, TimeUnit.SECONDS)).isTrue();
            once.heard.pitchHz();
        }
    }

    private void answerOrReject(String sdp) {
        try (MediaConnection call = transport.answer(sdp, listener)) {
            assertThat(call.answerSdp()).startsWith("v=0");
        } catch (OfferRejectedException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    private static void sendAsSoonAsPossible(TestCaller caller, String text) throws InterruptedException {
        while (!caller.send(text)) {
            new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS);
        }
    }

    private static long nativeThreads() throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
            return tasks.count();
        }
    }
}
