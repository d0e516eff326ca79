package switchboard.conversation.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.company.Company.ModelChoice;
import switchboard.api.company.Company.Voice;
import switchboard.api.llm.LanguageModelSettings;

@Timeout(20)
class GreetingsTest {

    private final CountingVoice voice = new CountingVoice();
    private final Synthesis synthesis = new Synthesis(voice);
    private List<Company> configured = List.of(company("acme", "Hello.", 1));
    private final Greetings greetings = new Greetings(new Companies() {
        @Override
        public Optional<Company> find(String id) {
            return configured.stream().filter(company -> company.id().equals(id)).findFirst();
        }

        @Override
        public List<Company> all() {
            return configured;
        }
    }, synthesis);

    @AfterEach
    void stop() {
        greetings.stop();
    }

    @Test
    void a_changed_greeting_is_spoken_before_the_next_call_and_the_old_sound_is_not_used() throws Exception {
        greetings.bindVoice(voice);
        awaitSpoken(1);

        Company changed = company("acme", "Good morning.", 1);
        greetings.changed(changed);
        awaitSpoken(2);
        speak(changed);
        assertThat(voice.spoken).as("the call finds it prepared").hasValue(2);

        Company faster = company("acme", "Good morning.", 1.5);
        greetings.changed(faster);
        awaitSpoken(3);
        speak(faster);
        assertThat(voice.spoken).hasValue(3);
    }

    @Test
    void a_change_that_does_not_sound_costs_nothing() throws Exception {
        greetings.bindVoice(voice);
        awaitSpoken(1);
        greetings.changed(company("acme", "Hello.", 1));
        greetings.changed(company("baker", "Hello.", 1));

        awaitSpoken(2); // the baker's greeting is another company's, though its words are the same
    }

    @Test
    void of_many_companies_only_the_first_are_prepared_beforehand() throws Exception {
        configured = IntStream.range(0, 200).mapToObj(i -> company("c" + i, "Hello.", 1)).toList();
        greetings.bindVoice(voice);
        greetings.expect(company("last", "Hello.", 1));

        awaitSpoken(33);
    }

    private void speak(Company company) throws Exception {
        synthesis.speak("call", company, company.greeting(), true, (samples, owner) -> true);
    }

    private void awaitSpoken(int times) throws Exception {
        greetings.settled().get();
        assertThat(voice.spoken).hasValue(times);
    }

    private static Company company(String id, String greeting, double speed) {
        return new Company(id, id, "en", greeting, "", "", new Voice("counting", speed), ModelChoice.ANY, LanguageModelSettings.EMBEDDED,
                Endpointing.DEFAULT, Optional.empty(), CallLimits.DEFAULT);
    }
}
