package switchboard.telemetry.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.api.call.TurnLedger;
import switchboard.api.call.TurnLedger.Part;
import switchboard.api.company.Company;
import switchboard.api.company.SecretException;
import switchboard.api.company.Secrets;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.testkit.fake.Collector;
import switchboard.testkit.fake.Collector.Seen;

@Timeout(60)
class CallTracesTest {

    private static final CallInfo CALL = new CallInfo("c1", "acme");
    private static final Secrets SECRETS = name -> {
        if (name.equals("COLLECTOR")) {
            return "Bearer s3cret";
        }
        throw new SecretException("no secret " + name);
    };

    private Collector collector;

    @BeforeEach
    void somebody_collects() throws Exception {
        collector = new Collector();
    }

    @AfterEach
    void nobody_collects_any_more() {
        collector.close();
    }

    @Test
    void a_call_is_a_trace_of_its_conversation_turns_and_stages() {
        CallTraces traces = traces("", "", "");
        traces.opened(CALL);
        traces.happened(CALL, new CallEvent.Interrupted());
        traces.happened(CALL, new CallEvent.TurnMeasured(new TurnLedger(1, List.of(
                new Part("endpointing", Duration.ofMillis(150), "smart@1"), new Part("llm", Duration.ofMillis(20), "receptionist@1"),
                new Part("tts", Duration.ofMillis(80), "kokoro@1")), true)));
        traces.closed(CALL, "the caller hung up");
        traces.stop();

        Seen conversation = only("conversation");
        assertThat(conversation.service()).isEqualTo("switchboard");
        assertThat(conversation.parent()).isEmpty();
        assertThat(conversation.attributes()).containsEntry("switchboard.company", "acme").containsEntry("switchboard.call", "c1")
                .containsEntry("switchboard.turns", 1L).containsEntry("switchboard.end.reason", "the caller hung up");
        assertThat(conversation.events()).containsExactly("interrupted");

        Seen turn = only("turn");
        assertThat(turn.parent()).isEqualTo(conversation.id());
        assertThat(turn.ms()).isEqualTo(250);
        assertThat(turn.attributes()).containsEntry("switchboard.turn", 1L).containsEntry("switchboard.turn.speculated", true);

        List<Seen> stages = List.of(only("endpointing"), only("llm"), only("tts"));
        assertThat(stages).extracting(Seen::ms).containsExactly(150L, 20L, 80L);
        assertThat(stages).allMatch(stage -> stage.parent().equals(turn.id()) && stage.trace().equals(conversation.trace()));
        assertThat(stages.get(0).startNs()).isEqualTo(turn.startNs());
        assertThat(stages.get(1).startNs()).isEqualTo(stages.get(0).endNs());
        assertThat(stages.get(2).endNs()).isEqualTo(turn.endNs());
        assertThat(stages.get(2).attributes()).containsEntry("switchboard.owner", "kokoro@1");
        assertThat(collector.headers()).allMatch(header -> header.equals("application/x-protobuf null"));
    }

    @Test
    void no_word_is_sent_that_the_company_does_not_record() {
        CallTraces unasked = traces("", "", "");
        talk(unasked, company(true));
        CallTraces asked = traces("", "", "*");
        talk(asked, company(false));

        assertThat(collector.spans()).hasSize(2);
        assertThat(collector.bodies()).doesNotContain("before", "after", "We record", "secret");
    }

    @Test
    void words_that_are_asked_for_are_sent_once_the_notice_was_heard() {
        talk(traces("", "", "other, acme"), company(true));

        assertThat(collector.bodies()).contains("We record", "after").doesNotContain("before", "secret");
    }

    @Test
    void a_refused_call_is_a_trace_too() {
        CallTraces traces = traces("", "", "");
        traces.refused(Optional.of("acme"), 503, "company_busy");
        traces.refused(Optional.empty(), 404, "unknown_company");
        traces.stop();

        assertThat(collector.spans()).extracting(Seen::name).containsExactly("refused", "refused");
        assertThat(collector.spans().get(0).attributes())
                .containsEntry("switchboard.company", "acme").containsEntry("http.response.status_code", 503L).containsEntry("switchboard.refusal.reason", "company_busy");
    }

    @Test
    void the_header_of_the_collector_is_a_secret() {
        CallTraces traces = traces("authorization", "COLLECTOR", "");
        traces.refused(Optional.empty(), 404, "unknown_company");
        traces.stop();

        assertThat(collector.headers()).containsExactly("application/x-protobuf Bearer s3cret");
    }

    @Test
    void a_collector_that_is_away_harms_no_call() {
        CallTraces traces = traces("", "", "");
        collector.close();
        talk(traces, company(false));

        assertThat(collector.spans()).isEmpty();
    }

    @Test
    void what_makes_no_sense_is_refused_by_name() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CallTraces(config("collector:4318", "", "", ""), SECRETS)).withMessageContaining("endpoint is 'collector:4318'");
        assertThatIllegalArgumentException().isThrownBy(() -> traces("authorization", "", "")).withMessageContaining("belong together");
    }

    private static void talk(CallTraces traces, Company company) {
        traces.listen(CALL, company);
        traces.opened(CALL);
        traces.happened(CALL, new CallEvent.UserTranscript("before", true, true));
        traces.happened(CALL, new CallEvent.BotSegment(1, company.greeting(), true, true));
        traces.happened(CALL, new CallEvent.UserTranscript("after", true, false));
        traces.happened(CALL, new CallEvent.Failure("the secret"));
        traces.closed(CALL, "the caller hung up");
        traces.stop();
    }

    private Seen only(String name) {
        List<Seen> found = collector.spans().stream().filter(span -> span.name().equals(name)).toList();
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }

    private CallTraces traces(String header, String secret, String words) {
        return new CallTraces(config(collector.endpoint(), header, secret, words), SECRETS);
    }

    private static CallTraces.Config config(String endpoint, String header, String secret, String words) {
        return new CallTraces.Config() {
            @Override
            public Class<? extends Annotation> annotationType() {
                return CallTraces.Config.class;
            }

            @Override
            public String endpoint() {
                return endpoint;
            }

            @Override
            public String service_name() {
                return "switchboard";
            }

            @Override
            public String header() {
                return header;
            }

            @Override
            public String secret() {
                return secret;
            }

            @Override
            public String[] words() {
                return new String[] {words};
            }
        };
    }

    private static Company company(boolean recording) {
        return new Company("acme", "Acme", "en", "We record this call.", "", "", new Company.Voice("any", 1), Company.ModelChoice.ANY,
                LanguageModelSettings.EMBEDDED, Company.Endpointing.DEFAULT, Optional.empty(), Company.CallLimits.DEFAULT, Company.Business.NONE,
                Company.Interruption.DEFAULT, recording ? new Company.Recording(true, Duration.ofDays(7)) : Company.Recording.OFF);
    }
}
