package switchboard.signaling.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.call.CallEvent;
import switchboard.api.call.Conversation;
import switchboard.api.call.MediaConnection;
import switchboard.api.call.MediaListener;
import switchboard.api.call.OfferRejectedException;
import switchboard.api.call.TurnLedger;
import switchboard.api.company.Company;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.company.Company.ModelChoice;
import switchboard.api.company.Company.Voice;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.signaling.http.Refusal;

@Timeout(20)
class CallsTest {

    private final List<FakeLine> lines = new CopyOnWriteArrayList<>();
    private final List<FakeConversation> conversations = new CopyOnWriteArrayList<>();
    private final Calls calls = new Calls(this::connect, this::converse, new Observers(), new Calls.Limits(3, 1, Duration.ofMillis(250)), "0.1.0");

    @AfterEach
    void stop() {
        calls.close();
    }

    @Test
    void the_greeting_begins_when_media_flows_and_the_client_is_ready() throws Exception {
        calls.open(company(8), Optional.empty(), "offer");
        FakeLine line = lines.get(0);
        line.listener.connected();
        line.listener.message("{\"label\":\"rtvi-ai\",\"type\":\"client-ready\",\"id\":\"1\",\"data\":{\"version\":\"2.1.0\"}}");

        assertThat(line.sent.poll(5, TimeUnit.SECONDS)).contains("bot-ready");
        assertThat(conversations.get(0).happened.poll(5, TimeUnit.SECONDS)).isEqualTo("begin");
    }

    @Test
    void a_client_that_never_gets_ready_is_greeted_all_the_same() throws Exception {
        calls.open(company(8), Optional.empty(), "offer");
        lines.get(0).listener.connected();

        assertThat(conversations.get(0).happened.poll(5, TimeUnit.SECONDS)).isEqualTo("begin");
    }

    @Test
    void a_reconnect_keeps_the_conversation_and_closes_the_old_line() throws Exception {
        Call.Answer first = calls.open(company(8), Optional.empty(), "offer");
        Call call = calls.find(first.pcId()).orElseThrow();
        Call.Answer second = calls.reconnect(call, "offer");

        assertThat(second.pcId()).isNotEqualTo(first.pcId());
        assertThat(calls.find(second.pcId())).containsSame(call);
        assertThat(lines.get(0).closed.poll(5, TimeUnit.SECONDS)).isTrue();
        assertThat(conversations).hasSize(1);
    }

    @Test
    void a_server_that_has_become_slow_takes_no_more_calls_until_it_is_quick_again() throws Exception {
        calls.open(company(8), Optional.empty(), "offer");
        turns(6, 400);
        assertThatThrownBy(() -> calls.open(company(8), Optional.empty(), "offer")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.retryAfterSeconds()).isPresent();
        });
        turns(18, 10);
        calls.open(company(8), Optional.empty(), "offer");
    }

    @Test
    void a_hang_up_frees_the_line_at_once() throws Exception {
        Call.Answer answer = calls.open(company(1), Optional.empty(), "offer");
        assertThatThrownBy(() -> calls.open(company(1), Optional.empty(), "offer")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.retryAfterSeconds()).isPresent();
        });
        lines.get(0).listener.message("{\"label\":\"rtvi-ai\",\"type\":\"disconnect-bot\",\"id\":\"1\",\"data\":{}}");

        assertThat(conversations.get(0).happened.poll(5, TimeUnit.SECONDS)).isEqualTo("close");
        assertThat(lines.get(0).closed.poll(5, TimeUnit.SECONDS)).isTrue();
        assertThat(calls.find(answer.pcId())).isEmpty();
        calls.open(company(1), Optional.empty(), "offer");
    }

    @Test
    void the_server_has_no_more_lines_than_configured() throws Exception {
        for (int i = 0; i < 3; i++) {
            calls.open(company(8), Optional.empty(), "offer");
        }

        assertThatThrownBy(() -> calls.start(company(8))).isInstanceOf(Refusal.class).hasMessageContaining("busy");
    }

    @Test
    void a_server_that_drains_takes_no_calls_and_lets_open_ones_go_on() throws Exception {
        Call.Answer answer = calls.open(company(8), Optional.empty(), "offer");
        calls.drain();

        assertThatThrownBy(() -> calls.start(company(8))).isInstanceOf(Refusal.class).hasMessageContaining("about to stop");
        assertThat(calls.find(answer.pcId())).isPresent();
    }

    @Test
    void a_session_has_one_call() throws Exception {
        Session session = calls.start(company(8));
        Call.Answer first = calls.open(company(8), Optional.of(session.id()), "offer");
        Call.Answer second = calls.open(company(8), Optional.of(session.id()), "offer");

        assertThat(calls.find(first.pcId())).isEmpty();
        assertThat(calls.find(second.pcId())).isPresent();
        assertThat(calls.session(session.id())).isPresent();

        calls.find(second.pcId()).orElseThrow().close("the caller hung up");
        assertThat(calls.session(session.id())).as("its call has ended").isEmpty();
    }

    @Test
    void a_session_whose_offer_was_refused_may_be_used_again() throws Exception {
        Session session = calls.start(company(8));
        assertThatThrownBy(() -> calls.open(company(8), Optional.of(session.id()), "bad")).isInstanceOf(Refusal.class);

        assertThat(calls.session(session.id())).isPresent();
    }

    @Test
    void a_refused_offer_leaves_no_call_behind() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> calls.open(company(8), Optional.empty(), "bad")).isInstanceOfSatisfying(Refusal.class,
                    refusal -> assertThat(refusal.status()).isEqualTo(400));
        }
        assertThat(conversations).allSatisfy(conversation -> assertThat(conversation.happened).contains("close"));
    }

    @Test
    void nonsense_is_answered_and_the_call_goes_on() throws Exception {
        Call.Answer answer = calls.open(company(8), Optional.empty(), "offer");
        lines.get(0).listener.message("{{{");

        assertThat(lines.get(0).sent.poll(5, TimeUnit.SECONDS)).contains("error-response");
        assertThat(calls.find(answer.pcId())).isPresent();
    }

    /** Whatever company a message names, it is about the one that was called. */
    @ParameterizedTest
    @ValueSource(strings = {
        "\"type\":\"client-message\",\"company\":\"castle\",\"data\":{\"t\":\"get-config\",\"d\":{\"company\":\"castle\"}}",
        "\"type\":\"client-message\",\"data\":{\"t\":\"get-config\",\"company\":\"castle\",\"pc_id\":\"0123456789abcdef-1\"}",
    })
    void a_message_reaches_no_other_company(String message) throws Exception {
        calls.open(company(8), Optional.empty(), "offer");
        lines.get(0).listener.message("{\"label\":\"rtvi-ai\",\"id\":\"1\"," + message + "}");

        assertThat(lines.get(0).sent.poll(5, TimeUnit.SECONDS)).contains("\"company\":\"acme\"").doesNotContain("castle");
    }

    @Test
    void a_sound_that_the_caller_s_device_notices_is_passed_on() throws Exception {
        calls.open(company(8), Optional.empty(), "offer");
        lines.get(0).listener.message("{\"label\":\"rtvi-ai\",\"type\":\"client-message\",\"id\":\"7\",\"data\":{\"t\":\"sound-began\"}}");

        assertThat(lines.get(0).sent.poll(5, TimeUnit.SECONDS)).contains("server-response", "\"id\":\"7\"");
        assertThat(conversations.get(0).happened).contains("sound began, unheard 0");
    }

    @Test
    void a_device_that_falls_silent_by_itself_says_what_it_leaves_out() throws Exception {
        calls.open(company(8), Optional.empty(), "offer");
        lines.get(0).listener.message(
                "{\"label\":\"rtvi-ai\",\"type\":\"client-message\",\"id\":\"7\",\"data\":{\"t\":\"sound-began\",\"d\":{\"unheard_ms\":62.5}}}");

        assertThat(lines.get(0).sent.poll(5, TimeUnit.SECONDS)).contains("server-response", "\"id\":\"7\"");
        assertThat(conversations.get(0).happened).contains("sound began, unheard 62");
    }

    @Test
    void what_cannot_be_read_is_refused_with_its_reason() throws Exception {
        calls.open(company(8), Optional.empty(), "offer");
        lines.get(0).listener.unreadable("messages are text");

        assertThat(lines.get(0).sent.poll(5, TimeUnit.SECONDS)).contains("error-response", "messages are text");
    }

    @Test
    void what_happens_while_a_client_reconnects_is_told_when_it_is_back() throws Exception {
        Call.Answer answer = calls.open(company(8), Optional.empty(), "offer");
        calls.reconnect(calls.find(answer.pcId()).orElseThrow(), "offer");
        FakeLine line = lines.get(1);
        line.open = false;
        conversations.get(0).listener.accept(new CallEvent.Interrupted());
        assertThat(line.sent).isEmpty();

        line.open = true;
        line.listener.message("ping: 1");
        assertThat(line.sent.poll(5, TimeUnit.SECONDS)).contains("bot-interrupted");
    }

    @Test
    void a_conversation_that_ends_says_so_before_the_line_closes() throws Exception {
        calls.open(company(8), Optional.empty(), "offer");
        conversations.get(0).listener.accept(new CallEvent.Ended("the caller is silent"));

        assertThat(lines.get(0).sent.poll(5, TimeUnit.SECONDS)).contains("peerLeft");
        assertThat(lines.get(0).closed.poll(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_server_that_stops_says_why_the_call_ends() throws Exception {
        calls.open(company(8), Optional.empty(), "offer");
        calls.close();

        assertThat(lines.get(0).sent.poll(5, TimeUnit.SECONDS)).contains("\"fatal\":true", "call again");
        assertThat(lines.get(0).sent.poll(5, TimeUnit.SECONDS)).contains("peerLeft");
        assertThat(conversations.get(0).happened).contains("close");
    }

    private MediaConnection connect(String sdp, MediaListener listener) throws OfferRejectedException {
        if (sdp.equals("bad")) {
            throw new OfferRejectedException("the offer cannot be answered");
        }
        FakeLine line = new FakeLine(listener);
        lines.add(line);
        return line;
    }

    private Conversation converse(String id, Company company, Consumer<CallEvent> listener) {
        FakeConversation conversation = new FakeConversation(listener);
        conversations.add(conversation);
        return conversation;
    }

    /** The caller of the first call waits that often for that long. */
    private void turns(int count, int ms) {
        TurnLedger ledger = new TurnLedger(1, List.of(new TurnLedger.Part("tts", Duration.ofMillis(ms), "voice@1")), false);
        for (int i = 0; i < count; i++) {
            conversations.get(0).listener.accept(new CallEvent.TurnMeasured(ledger));
        }
    }

    private static Company company(int most) {
        return new Company("acme", "Acme", "en", "Hello.", "", "", new Voice("any", 1), ModelChoice.ANY, LanguageModelSettings.EMBEDDED,
                Endpointing.DEFAULT, Optional.empty(), new CallLimits(most, Duration.ofMinutes(1)));
    }

    private static final class FakeLine implements MediaConnection {

        private final MediaListener listener;
        private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
        private final BlockingQueue<Boolean> closed = new LinkedBlockingQueue<>();
        private volatile boolean open = true;

        FakeLine(MediaListener listener) {
            this.listener = listener;
        }

        @Override
        public String answerSdp() {
            return "answer";
        }

        @Override
        public void addCandidate(String candidate, String sdpMid, int sdpMLineIndex) { }

        @Override
        public boolean send(String text) {
            return open && sent.add(text);
        }

        @Override
        public void close() {
            closed.add(true);
        }
    }
}
