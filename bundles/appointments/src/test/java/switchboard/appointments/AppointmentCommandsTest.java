package switchboard.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.company.OpeningHours;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.tool.ToolException;
import switchboard.appointments.store.Appointment;
import switchboard.appointments.store.Note;
import switchboard.appointments.store.AppointmentBook;
import switchboard.appointments.store.Database;
import switchboard.appointments.store.Deed;

class AppointmentCommandsTest {

    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final AppointmentBook book = new AppointmentBook(new Database(() -> new org.h2.Driver().connect(url, new Properties()), 1));
    private final AppointmentCommands commands = new AppointmentCommands(new FakeCompanies(), book, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void book() throws SQLException, ToolException {
        add("diner", "one", NOW.plusSeconds(36_000));
        add("dentist", "two", NOW.plusSeconds(7_200));
        add("diner", "past", NOW.minusSeconds(36_000));
    }

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void all_that_is_to_come_is_listed_in_local_time() throws SQLException {
        assertThat(commands.appointments().split("\n")).hasSize(2).anySatisfy(line -> assertThat(line).startsWith("diner ").contains("2026-12-01 20:00", "Anna Miller 0170 1234  by the window"));
    }

    @Test
    void one_company_can_be_chosen_and_every_format() throws SQLException {
        assertThat(commands.appointments("--company", "dentist", "--json")).contains("\"id\": \"two\"", "\"note\": \"by the window\"").doesNotContain("diner");
        assertThat(commands.appointments("--ical", "--company", "diner")).startsWith("BEGIN:VCALENDAR\r\n").contains("UID:one\r\n", "by the window\r\n", "NAME:diner\r\n").doesNotContain("two");
    }

    @Test
    void what_is_not_understood_is_said() {
        assertThatIllegalArgumentException().isThrownBy(() -> commands.appointments("--xml")).withMessage("unknown option '--xml'; allowed: --company ID, --json, --ical");
        assertThatIllegalArgumentException().isThrownBy(() -> commands.appointments("--company", "x")).withMessage("unknown company 'x'; known: dentist, diner");
    }

    private void add(String company, String id, Instant start) throws SQLException, ToolException {
        book.once(company, id, NOW, ledger -> {
            ledger.add(new Appointment(id, "table 1", "dinner", "Anna Miller", "0170 1234", 2, new Note("by the window"), start, start.plusSeconds(900), 0, NOW), Duration.ZERO);
            return new Deed("", "");
        });
    }

    private static final class FakeCompanies implements Companies {

        @Override
        public Optional<Company> find(String id) {
            return all().stream().filter(company -> company.id().equals(id)).findFirst();
        }

        @Override
        public List<Company> all() {
            return List.of(company("dentist"), company("diner"));
        }

        private static Company company(String id) {
            return new Company(id, id, "en", "", "", "", new Company.Voice("any", 1), Company.ModelChoice.ANY, LanguageModelSettings.EMBEDDED,
                    Company.Endpointing.DEFAULT, Optional.empty(), Company.CallLimits.DEFAULT,
                    new Company.Business(ZoneId.of("Europe/Berlin"), OpeningHours.UNKNOWN, Optional.empty(), Set.of()), Company.Interruption.DEFAULT);
        }
    }
}
