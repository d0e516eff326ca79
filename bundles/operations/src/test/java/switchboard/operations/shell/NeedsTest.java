package switchboard.operations.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyProblem;
import switchboard.api.llm.LanguageModel;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelStatus.State;
import switchboard.api.model.Models;
import switchboard.api.model.QuarantinedModels;
import switchboard.api.stt.SpeechToText;
import switchboard.api.tts.TextToSpeech;
import switchboard.api.turn.TurnDetector;
import switchboard.api.vad.VoiceActivityDetector;
import switchboard.operations.FakeCompanies;
import switchboard.operations.FakeModels;

class NeedsTest {

    private static final String RECOGNISER = "(&(|(language=en)(language=en-*)(!(language=*)))(model=ear))";

    private final AtomicBoolean decided = new AtomicBoolean(true);
    private final FakeCompanies companies = new FakeCompanies("acme");
    private final FakeModels models = new FakeModels();
    private final Needs needs = needs(models);

    @Test
    void a_model_that_loads_on_demand_is_asked_for_and_waited_for() {
        offerAllBut(TextToSpeech.class);
        Needs sleepy = needs(new Models() {
            @Override
            public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
                Optional<Lease<S>> lease = models.lease(kind, filter);
                if (lease.isEmpty()) {
                    models.with("Mouth", "TextToSpeech", State.LOADING, "");
                }
                return lease;
            }

            @Override
            public List<ModelStatus> status() {
                return models.status();
            }
        });
        assertThat(sleepy.areComing(List.of("acme"))).isFalse();

        assertThat(sleepy.missing(List.of("acme"))).containsExactly("TextToSpeech (model=mouth)");
        assertThat(sleepy.areComing(List.of("acme"))).isTrue();

        models.with("Mouth", "TextToSpeech", State.WARM, "").offer(TextToSpeech.class, "(model=mouth)", model(TextToSpeech.class));
        assertThat(sleepy.missing(List.of("acme"))).isEmpty();
        assertThat(sleepy.areComing(List.of("acme"))).isFalse();
    }

    @Test
    void a_company_that_is_not_there_is_missing_and_the_others_do_not_matter() {
        offerAllBut(null);
        companies.problems.add(new CompanyProblem("baker", "baker.json", "no"));

        assertThat(needs.missing(List.of("baker"))).containsExactly("company baker");
        assertThat(needs.missing(List.of("acme"))).isEmpty();
        assertThat(needs.missing(List.of())).containsExactly("baker: no");
    }

    @Test
    void plugins_on_trial_are_on_their_way() {
        decided.set(false);

        assertThat(needs.areComing(List.of("acme"))).isTrue();
    }

    @Test
    void the_company_is_found_in_a_command() {
        assertThat(OneShot.company(List.of("ask", "--company", "acme", "--json", "Hello?"))).contains("acme");
        assertThat(OneShot.company(List.of("ask", "--company=acme"))).contains("acme");
        assertThat(OneShot.company(List.of("models"))).isEmpty();
    }

    private void offerAllBut(@Nullable Class<?> kind) {
        Company.ModelChoice chosen = companies.all().get(0).models();
        offer(kind, VoiceActivityDetector.class, chosen.voiceActivityDetector());
        offer(kind, TurnDetector.class, chosen.turnDetector());
        offer(kind, SpeechToText.class, RECOGNISER);
        offer(kind, LanguageModel.class, chosen.languageModel());
        offer(kind, TextToSpeech.class, chosen.textToSpeech());
    }

    private <S> void offer(@Nullable Class<?> but, Class<S> kind, String filter) {
        if (kind != but) {
            models.offer(kind, filter, model(kind));
        }
    }

    /** Nobody uses it. */
    private static <S> S model(Class<S> kind) {
        return kind.cast(Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, (proxy, method, arguments) -> null));
    }

    private Needs needs(Models some) {
        return new Needs(companies, some, new QuarantinedModels() {
            @Override
            public List<Quarantined> quarantined() {
                return List.of();
            }

            @Override
            public boolean decided() {
                return decided.get();
            }
        });
    }
}
