package switchboard.appointments.store;

import org.junit.jupiter.api.AfterEach;

class H2DoubleBookingTest extends DoubleBookingContract {

    private final Database database = new Database(H2.inMemory(), 16);

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    Database database() {
        return database;
    }
}
