package switchboard.appointments.tools;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import switchboard.api.company.Company;
import switchboard.api.tool.Tool;
import switchboard.api.tool.ToolException;
import switchboard.api.tool.ToolResult;
import switchboard.appointments.store.AppointmentBook;
import switchboard.appointments.store.Database;

/** The tools, on a real database in memory of their own. */
final class Office implements AutoCloseable {

    /** Turns of calls that tests number themselves are lower. */
    private static final int FIRST_TURN = 100;

    final AppointmentBook pages;
    final Tool book;
    final Tool free;
    final Tool move;
    final Tool cancel;
    final Tool find;
    private int turn = FIRST_TURN;

    Office() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        pages = new AppointmentBook(new Database(() -> new org.h2.Driver().connect(url, new Properties()), 4));
        FrontDesk desk = new FrontDesk(pages, List.of(Map.entry(Map.of("language", "en"), new FakeTimes())));
        book = new BookAppointment(desk);
        free = new FindFreeTimes(desk);
        move = new MoveAppointment(desk);
        cancel = new CancelAppointment(desk);
        find = new FindAppointment(desk);
    }

    /** Uses a tool in a turn of its own. */
    ToolResult run(Company company, Tool tool, String arguments) throws ToolException {
        return tool.run(Diner.call(company, ++turn, arguments));
    }

    @Override
    public void close() {
        pages.close();
    }
}
