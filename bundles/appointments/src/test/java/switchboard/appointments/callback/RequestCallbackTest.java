package switchboard.appointments.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.company.OpeningHours;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.tool.ToolCall;
import switchboard.api.tool.ToolException;
import switchboard.appointments.store.AppointmentBook;
import switchboard.appointments.store.Database;

/** The tool and the command, on a real database in memory. */
class RequestCallbackTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final AppointmentBook book = new AppointmentBook(new Database(() -> new org.h2.Driver().connect(url, new Properties()), 2));
    private final RequestCallback tool = new RequestCallback(book);
    private final CallbackCommands commands = new CallbackCommands(new Two(), book);

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void it_is_read_back_in_the_language_of_the_company_and_changes_nothing() throws Exception {
        assertThat(tool.readBack(call("diner", "call-1", 1, "5552323"))).isEqualTo("Somebody will call you back: Maria Lopez, phone number 5 5 5, 2 3 2, 3. Is that right?");
        assertThat(tool.readBack(call("wirt", "call-1", 1, "5552323"))).startsWith("Es ruft Sie jemand zurück: Maria Lopez, ").endsWith("Ist das richtig?");
        assertThat(commands.callbacks()).isEqualTo("no call-backs");
    }

    @Test
    void what_is_noted_is_listed_with_the_time_of_the_company() throws Exception {
        assertThat(tool.run(call("diner", "call-1", 1, "5552323")).spoken()).isEqualTo("It is noted, Maria Lopez: somebody will call you back.");

        assertThat(commands.callbacks("--company", "diner")).contains("2026-12-01 10:00", "Maria Lopez", "5552323", "weddings");
        assertThat(commands.callbacks("--company", "diner", "--json")).contains("\"call\": \"call-1\"", "\"about\": \"weddings\"", "\"asked\": \"2026-12-01T09:00:00Z\"");
    }

    @Test
    void a_call_has_one_wish_however_often_it_is_asked_for() throws Exception {
        tool.run(call("diner", "call-1", 1, "5552323"));
        tool.run(call("diner", "call-1", 1, "5552323"));
        tool.run(call("diner", "call-1", 4, "5552324"));
        tool.run(call("diner", "call-2", 1, "777777"));

        assertThat(commands.callbacks().split("\n")).hasSize(2).anyMatch(line -> line.contains("5552324")).noneMatch(line -> line.contains("5552323"));
    }

    @Test
    void another_company_sees_nothing_of_it() throws Exception {
        tool.run(call("diner", "call-1", 1, "5552323"));
        tool.run(call("wirt", "call-1", 1, "99999"));

        assertThat(commands.callbacks("--company", "wirt")).contains("99999").doesNotContain("5552323");
        assertThat(commands.callbacks("--company", "diner")).contains("5552323").doesNotContain("99999");
    }

    @Test
    void what_is_no_number_is_asked_for_again() {
        assertThatThrownBy(() -> tool.readBack(call("diner", "call-1", 1, "no"))).isInstanceOf(ToolException.class).hasMessageContaining("phone number");
    }

    @Test
    void what_is_not_understood_is_said() {
        assertThatIllegalArgumentException().isThrownBy(() -> commands.callbacks("--ical")).withMessage("unknown option '--ical'; allowed: --company ID, --json");
        assertThatIllegalArgumentException().isThrownBy(() -> commands.callbacks("--company", "x")).withMessage("unknown company 'x'; known: diner, wirt");
    }

    @Test
    void while_the_database_is_away_the_caller_is_told() {
        RequestCallback away = new RequestCallback(new AppointmentBook(new Database(() -> {
            throw new SQLException("away", "08001");
        }, 1)));

        assertThatThrownBy(() -> away.run(call("diner", "call-1", 1, "5552323"))).isInstanceOf(ToolException.class);
    }

    private static ToolCall call(String company, String call, int turn, String phone) {
        return new ToolCall(new Two().find(company).orElseThrow(), call, turn, ZonedDateTime.of(2026, 12, 1, 10, 0, 0, 0, BERLIN),
                "{\"name\": \"Maria Lopez\", \"phone\": \"%s\", \"about\": \"weddings\"}".formatted(phone));
    }

    private static final class Two implements Companies {

        @Override
        public Optional<Company> find(String id) {
            return all().stream().filter(company -> company.id().equals(id)).findFirst();
        }

        @Override
        public List<Company> all() {
            return List.of(company("diner", "en"), company("wirt", "de"));
        }

        private static Company company(String id, String language) {
            return new Company(id, id, language, "", "", "", new Company.Voice("any", 1), Company.ModelChoice.ANY, LanguageModelSettings.EMBEDDED,
                    Company.Endpointing.DEFAULT, Optional.empty(), Company.CallLimits.DEFAULT,
                    new Company.Business(BERLIN, OpeningHours.UNKNOWN, Optional.empty(), Set.of()), Company.Interruption.DEFAULT);
        }
    }
}
