package switchboard.test.framework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.CallEvent;
import switchboard.api.call.Conversations;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.model.Models;
import switchboard.api.tts.TextToSpeech;

/** A model is exchanged while somebody talks, and nobody notices. */
@Timeout(300)
class ExchangeTest {

    @InjectBundleContext
    BundleContext context;
    @InjectService(timeout = 60_000)
    TextToSpeech voice;
    @InjectService(timeout = 60_000)
    Conversations conversations;
    @InjectService(timeout = 10_000)
    Companies companies;
    @InjectService(timeout = 10_000)
    Knowledge knowledge;
    @InjectService(timeout = 10_000)
    Models models;

    private Company tomatitos;
    private RunningModels running;

    @BeforeEach
    void wait_for_the_company() throws InterruptedException {
        tomatitos = Restaurant.await(companies, knowledge);
        running = new RunningModels(context, models);
        running.await();
    }

    @Test
    void a_caller_is_answered_aloud() throws Exception {
        try (HeadlessCaller caller = new HeadlessCaller(conversations, "aloud", tomatitos)) {
            caller.listen();

            assertThat(caller.ask(running.spoken("What time do you open on Sunday?"))).contains("noon");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"switchboard.vad.silero", "switchboard.turn.smart", "switchboard.stt.moonshine", "switchboard.tts.kokoro"})
    void a_new_version_takes_over_during_a_call_and_the_old_one_goes(String name) throws Exception {
        AudioClip question = running.spoken("Do you have anything for vegans?");
        Bundle old = running.bundle(name);
        try (HeadlessCaller caller = new HeadlessCaller(conversations, "exchange-" + name, tomatitos)) {
            caller.listen();
            assertThat(caller.ask(question)).contains("vegan");

            Bundle next = NewVersion.install(context, old, "9.9.9");
            try {
                next.start();
                running.await(name + "@9.9.9");
                assertThat(caller.ask(question)).contains("vegan");
                old.stop();
                assertThat(caller.ask(question)).contains("vegan");
                old.start();
                running.await(name + "@" + old.getVersion());
            } finally {
                next.uninstall();
                old.start();
            }
            assertThat(caller.ask(question)).contains("vegan");
            assertThat(caller.all()).noneMatch(CallEvent.Failure.class::isInstance);
        }
    }

    @Test
    void phonemes_are_exchanged_during_a_call_and_the_voice_goes_on() throws Exception {
        AudioClip question = running.spoken("Do you have anything for vegans?");
        Bundle old = running.bundle("switchboard.phonemes.english");
        Object before = kokoro();
        try (HeadlessCaller caller = new HeadlessCaller(conversations, "exchange-phonemes", tomatitos)) {
            caller.listen();
            Bundle next = NewVersion.install(context, old, "9.9.9");
            try {
                next.start();
                running.await("switchboard.phonemes.english@9.9.9");
                old.stop();
                assertThat(caller.ask(question)).contains("vegan");
                assertThat(kokoro()).as("the registration of the voice").isEqualTo(before);
                old.start();
                running.await("switchboard.phonemes.english@" + old.getVersion());
            } finally {
                next.uninstall();
                old.start();
            }
            assertThat(caller.ask(question)).contains("vegan");
            assertThat(kokoro()).isEqualTo(before);
        }
    }

    private Object kokoro() throws Exception {
        return context.getServiceReferences(TextToSpeech.class, "(model=kokoro)").stream().findFirst().orElseThrow().getProperty(Constants.SERVICE_ID);
    }
}
