package switchboard.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import switchboard.api.company.Company;
import switchboard.api.company.Company.Recording;

class CallsReaderTest {

    private final CompanyReader reader = new CompanyReader(name -> "k", new ChosenModels(new FakeModels()));

    @Test
    void nothing_is_kept_unless_it_is_wanted() throws InvalidCompanyException {
        assertThat(read(Map.of()).recording()).isEqualTo(Recording.OFF);
        assertThat(read(Map.of("recording.retention.days", 7)).recording()).isEqualTo(new Recording(false, Duration.ofDays(7)));
        assertThat(read(Map.of("recording", true)).recording()).isEqualTo(new Recording(true, Duration.ofDays(30)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en | This call is recorded. Hello, this is Acme. How can I help you?",
        "de | Dieses Gespr\u00e4ch wird aufgezeichnet. Guten Tag, hier ist Acme. Was kann ich f\u00fcr Sie tun?",
        "es | Esta llamada se graba. Hola, le atiende Acme. \u00bfEn qu\u00e9 puedo ayudarle?",
    })
    void a_call_that_is_kept_begins_with_the_notice_in_its_language(String language, String greeting) throws InvalidCompanyException {
        assertThat(read(Map.of("recording", true, "language", language)).greeting()).isEqualTo(greeting);
    }

    @Test
    void a_company_may_say_it_otherwise() throws InvalidCompanyException {
        Company company = read(Map.of("recording", true, "recording.notice", "{name} keeps calls.", "greeting", "Hello!"));
        assertThat(company.greeting()).isEqualTo("Acme keeps calls. Hello!");
        assertThat(read(Map.of("recording.notice", "We keep calls.", "greeting", "Hello!")).greeting()).isEqualTo("Hello!");
    }

    @Test
    void the_notice_cannot_be_cut() throws InvalidCompanyException {
        assertThat(read(Map.of()).interruption().duringGreeting()).isTrue();
        assertThat(read(Map.of("recording", true)).interruption().duringGreeting()).isFalse();
        assertThat(read(Map.of("recording", true, "interrupt.greeting", false)).interruption().duringGreeting()).isFalse();
        assertThatThrownBy(() -> read(Map.of("recording", true, "interrupt.greeting", true)))
                .hasMessage("'interrupt.greeting' is 'true'; it must be false, or left out, while 'recording' is true: the notice must be heard to its end");
    }

    @Test
    void in_a_language_without_sayings_they_must_be_chosen() throws InvalidCompanyException {
        assertThatThrownBy(() -> read(Map.of("language", "fr", "recording", true)))
                .hasMessageContaining("'greeting' is missing").hasMessageContaining("'recording.notice' is missing").hasMessageContaining("'fr'");
        assertThat(read(Map.of("language", "fr", "greeting", "Bonjour !")).greeting()).isEqualTo("Bonjour !");
    }

    @Test
    void turns_are_limited() throws InvalidCompanyException {
        assertThat(read(Map.of()).limits().turns()).isEqualTo(200);
        assertThat(read(Map.of("call.turns.max", 3)).limits().turns()).isEqualTo(3);
    }

    private Company read(Map<String, Object> keys) throws InvalidCompanyException {
        Map<String, Object> values = new HashMap<>(keys);
        values.put("name", "Acme");
        return reader.read("acme", values, Path.of(""));
    }
}
