package switchboard.appointments.store;

import java.lang.annotation.Annotation;

/** A configuration as an operator writes it. */
@SuppressWarnings("ClassExplicitlyAnnotation")
record FakeConfig(String url, String user, String password_env) implements AppointmentBook.Config {

    @Override
    public int connections() {
        return 4;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return AppointmentBook.Config.class;
    }
}
