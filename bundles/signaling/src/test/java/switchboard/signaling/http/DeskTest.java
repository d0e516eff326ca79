package switchboard.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.Conversation;
import switchboard.api.call.MediaConnection;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.company.Company.ModelChoice;
import switchboard.api.company.Company.Voice;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.signaling.StrangeJson;
import switchboard.signaling.call.Calls;
import switchboard.signaling.call.Observers;

/** What callers of two companies can reach with one another's ids. */
class DeskTest {

    private static final String OFFER = "\"sdp\": \"v=0\", \"type\": \"offer\"";

    private final Set<String> absent = new TreeSet<>();
    private final Set<String> unread = new TreeSet<>();
    private final Set<String> unindexed = new TreeSet<>();
    private final Calls calls = new Calls((sdp, listener) -> new Quiet(), (id, company, listener) -> new Deaf(), new Observers(), new Calls.Limits(20, 20, Duration.ZERO), "0.1.0");
    private final Desk desk = new Desk(new Two(), new Warm(), calls, false);

    @AfterEach
    void stop() {
        calls.close();
    }

    @Test
    void a_session_binds_its_call_whatever_the_offer_says() throws Exception {
        String session = start("acme");
        String pcId = offer(Optional.empty(), session, "\"request_data\": {\"company\": \"baker\"}, " + OFFER);

        assertThat(calls.find(pcId).orElseThrow().company().id()).isEqualTo("acme");
        refused(403, () -> offer(Optional.of("baker"), start("acme"), OFFER));
    }

    @Test
    void a_pc_id_is_of_no_use_with_another_session_company_or_without() throws Exception {
        String acmes = start("acme");
        String bakers = start("baker");
        String pcId = offer(Optional.empty(), acmes, OFFER);
        offer(Optional.empty(), bakers, OFFER);
        String swapped = "\"pc_id\": \"" + pcId + "\", " + OFFER;

        for (String body : List.of(swapped, swapped + ", \"restart_pc\": true")) {
            refused(403, () -> offer(Optional.empty(), bakers, body));
            refused(403, () -> offer(Optional.of("baker"), acmes, body));
            refused(403, () -> desk.offer(new Route.Offer(Optional.empty(), Optional.empty()), json(body)));
            refused(403, () -> desk.offer(new Route.Offer(Optional.of("baker"), Optional.empty()), json(body)));
        }
        refused(403, () -> desk.candidates(new Route.Offer(Optional.empty(), Optional.of(bakers)), json(swapped)));
        assertThat(offer(Optional.of("acme"), acmes, swapped)).as("its own caller").isEqualTo(pcId);
    }

    @Test
    void a_session_that_was_used_or_never_given_opens_nothing() throws Exception {
        String session = start("acme");
        calls.find(offer(Optional.empty(), session, OFFER)).orElseThrow().close("the caller hung up");

        refused(404, () -> offer(Optional.empty(), session, OFFER));
        refused(404, () -> offer(Optional.empty(), "00000000-0000-0000-0000-000000000000", OFFER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../baker", "baker/", "BAKER", "baker\u0000", "b\u0430ker", "*", " baker", ""})
    void an_id_that_only_looks_like_a_companys_is_no_companys(String id) {
        refused(404, () -> start(id));
    }

    @Test
    void a_company_whose_model_is_away_is_refused_by_its_name_and_the_other_is_not() throws Exception {
        absent.add("(model=bakers-voice)");

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> start("baker"))
                .withMessage("Baker cannot be called yet: it waits for TextToSpeech (model=bakers-voice)")
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(503))
                .satisfies(refusal -> assertThat(refusal.retryAfterSeconds()).isPresent());
        refused(503, () -> desk.offer(new Route.Offer(Optional.of("baker"), Optional.empty()), json(OFFER)));
        assertThat(start("acme")).isNotBlank();
    }

    @Test
    void a_company_whose_documents_are_not_indexed_yet_is_asked_to_be_called_again() throws Exception {
        unindexed.add("baker");

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> start("baker"))
                .withMessage("Baker cannot be called yet: it waits for its documents")
                .satisfies(refusal -> assertThat(refusal.retryAfterSeconds()).isPresent());
        assertThat(start("acme")).isNotBlank();
    }

    @Test
    void until_all_companies_are_read_one_that_is_not_known_may_still_come() throws Exception {
        unread.add("baker");

        refused(503, () -> start("baker"));
        refused(503, () -> start("nobody"));
        assertThat(start("acme")).isNotBlank();

        unread.clear();
        assertThat(start("baker")).isNotBlank();
        refused(404, () -> start("nobody"));
    }

    @Test
    void a_company_has_no_more_calls_than_its_limit_and_the_other_its_own() throws Exception {
        offer(Optional.empty(), start("acme"), OFFER);
        String second = start("acme");
        offer(Optional.empty(), start("acme"), OFFER);

        refused(503, () -> start("acme"));
        refused(503, () -> offer(Optional.empty(), second, OFFER));
        assertThat(start("baker")).isNotBlank();
    }

    @Test
    void whoever_counts_refusals_learns_why_and_of_which_company() throws Exception {
        unindexed.add("baker");
        assertThat(refusal(() -> start("baker"))).isEqualTo("503 not_ready baker");

        offer(Optional.empty(), start("acme"), OFFER);
        offer(Optional.empty(), start("acme"), OFFER);
        assertThat(refusal(() -> start("acme"))).isEqualTo("503 company_busy acme");
        calls.drain();
        assertThat(refusal(() -> start("acme"))).isEqualTo("503 draining acme");

        assertThat(refusal(() -> start("nobody"))).as("no company of the caller's making").isEqualTo("404 unknown_company");
        assertThat(refusal(() -> offer(Optional.empty(), "never-given", OFFER))).isEqualTo("404 unknown_session");
        assertThat(refusal(() -> offer(Optional.empty(), "", "\"sdp\": \"v=0\", \"type\": \"answer\""))).isEqualTo("400 malformed");
    }

    private static String refusal(Request request) {
        Refusal refusal = catchThrowableOfType(Refusal.class, request::send);
        return (refusal.status() + " " + refusal.reason().label() + " " + refusal.company().orElse("")).strip();
    }

    private String start(String company) throws Refusal {
        return (String) desk.start(new Route.Start(Optional.of(company)), json("")).get("sessionId");
    }

    private String offer(Optional<String> company, String session, String body) throws Refusal {
        return (String) desk.offer(new Route.Offer(company, Optional.of(session)), json(body)).get("pc_id");
    }

    private static JsonBody json(String members) {
        return new JsonBody(JsonParser.parseString("{" + members + "}").getAsJsonObject());
    }

    private interface Request {
        Object send() throws Refusal;
    }

    @Test
    void a_body_of_any_types_is_fulfilled_or_refused_with_the_callers_fault() {
        StrangeJson strange = new StrangeJson(4);
        var names = List.of("sdp", "type", "pc_id", "restart_pc", "requestData", "request_data", "body", "candidates", "company");
        for (int i = 0; i < 3_000; i++) {
            var body = new JsonBody(strange.object(names, () -> strange.any(List.of(new JsonPrimitive("offer"), new JsonPrimitive("acme"), JsonParser.parseString("{\"company\": \"acme\"}")))));
            var to = new Route.Offer(strange.any(List.of(Optional.<String>empty(), Optional.of("acme"))), Optional.empty());
            for (Request request : List.<Request>of(() -> desk.start(new Route.Start(to.company()), body), () -> desk.offer(to, body), () -> desk.candidates(to, body))) {
                try {
                    request.send();
                } catch (Refusal e) {
                    assertThat(e.status()).as("%.300s", body).isIn(400, 403, 404, 503);
                }
            }
        }
    }

    private static void refused(int status, Request request) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(request::send).satisfies(refusal -> assertThat(refusal.status()).isEqualTo(status));
    }

    private final class Two implements Companies {

        private final Map<String, Company> byId = Map.of("acme", company("acme", "Acme", ""), "baker", company("baker", "Baker", "(model=bakers-voice)"));

        @Override
        public Optional<Company> find(String id) {
            return Optional.ofNullable(byId.get(id)).filter(company -> !unread.contains(id));
        }

        @Override
        public boolean areRead() {
            return unread.isEmpty();
        }

        @Override
        public List<String> awaited(Company company) {
            return unindexed.contains(company.id()) ? List.of("its documents") : List.of();
        }

        @Override
        public List<Company> all() {
            return byId.values().stream().filter(company -> !unread.contains(company.id())).toList();
        }

        private static Company company(String id, String name, String voice) {
            return new Company(id, name, "en", "Hello.", "", "", new Voice("any", 1), new ModelChoice("", "", "", "", voice),
                    LanguageModelSettings.EMBEDDED, Endpointing.DEFAULT, Optional.empty(), new CallLimits(2, Duration.ofMinutes(1)));
        }
    }

    /** Every model but those that are absent. */
    private final class Warm implements Models {

        @Override
        public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
            return absent.contains(filter) ? Optional.empty() : Optional.of(new Lease<>() {
                @Override
                public S model() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public String owner() {
                    return "any@1";
                }

                @Override
                public void close() { }
            });
        }

        @Override
        public List<ModelStatus> status() {
            return List.of();
        }
    }

    private static final class Quiet implements MediaConnection {

        @Override
        public String answerSdp() {
            return "answer";
        }

        @Override
        public void addCandidate(String candidate, String sdpMid, int sdpMLineIndex) { }

        @Override
        public boolean send(String text) {
            return true;
        }

        @Override
        public void close() { }
    }

    private static final class Deaf implements Conversation {

        @Override
        public void begin() { }

        @Override
        public void hear(AudioClip frame) { }

        @Override
        public void play(float[] frame) { }

        @Override
        public void soundBegan(Duration unheard) { }

        @Override
        public void type(String text, boolean spoken) { }

        @Override
        public void mute(boolean muted) { }

        @Override
        public void close() { }
    }
}
