package switchboard.appointments.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import switchboard.api.tool.ToolException;

/**
 * The book in which appointments stand. Thread-safe; every method blocks, for a few milliseconds as a rule. It is there even
 * while its database is not: then every method throws.
 */
@Component(service = AppointmentBook.class, immediate = true, configurationPid = AppointmentBook.PID)
@Designate(ocd = AppointmentBook.Config.class)
public final class AppointmentBook {

    static final String PID = "switchboard.appointments";

    /** For PostgreSQL set {@code driver.target} to {@code (osgi.jdbc.driver.class=org.postgresql.Driver)}, too. */
    @ObjectClassDefinition(name = "Appointments", description = "Where appointments are kept.")
    @interface Config {

        @AttributeDefinition(description = "JDBC URL, for example jdbc:postgresql://localhost/switchboard; empty for H2 in the data folder.")
        String url() default "";

        @AttributeDefinition(description = "The database's user.")
        String user() default "";

        @AttributeDefinition(description = "Name of the environment variable that holds the user's password.")
        String password_env() default "";

        @AttributeDefinition(description = "Connections at most.", min = "1", max = "64")
        int connections() default 4;
    }

    private final Database database;

    @Activate
    public AppointmentBook(BundleContext context, Config config,
            @Reference(name = "driver", target = "(osgi.jdbc.driver.class=org.h2.Driver)") DataSourceFactory driver) {
        this(new Database(Origin.configured(config, context::getProperty, System::getenv).source(driver), config.connections()));
        database.warmUp();
    }

    /** In this database, which is closed with the book. */
    public AppointmentBook(Database database) {
        this.database = database;
    }

    /** What is read from, or done with, one company's part of the book. May be done again from the beginning. */
    @FunctionalInterface
    public interface Entry<T> {

        T in(Ledger ledger) throws SQLException, ToolException;
    }

    /** Reads. */
    public <T> T read(String company, Entry<T> entry) throws SQLException, ToolException {
        return database.transaction(connection -> entry.in(new Ledger(connection, company)));
    }

    /**
     * Does something once: if the request has been done before, it is not done again, and answered as it was then. What is
     * answered is on disk.
     *
     * @param request what makes the request recognisable; at most 200 characters
     * @param now     kept with it
     */
    public Deed once(String company, String request, Instant now, Entry<Deed> entry) throws SQLException, ToolException {
        return database.transaction(connection -> {
            Ledger ledger = new Ledger(connection, company);
            Optional<Deed> before = ledger.deed(request);
            if (before.isPresent()) {
                return before.get();
            }
            Deed deed = entry.in(ledger);
            ledger.did(request, deed, now);
            return deed;
        });
    }

    @Deactivate
    public void close() {
        database.close();
    }
}
