package switchboard.conversation.recognition;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How long a recogniser is waited for while another could be asked; calls that are open follow a change. Thread-safe. */
@Component(service = Patience.class, configurationPid = "switchboard.recognition")
@Designate(ocd = Patience.Settings.class)
public final class Patience {

    /** Shorter than that, and every recogniser is left. */
    private static final int LEAST_MS = 100;

    private volatile Duration toTranscribe;

    /** How recognition is configured. */
    @ObjectClassDefinition(name = "Switchboard recognition")
    public @interface Settings {

        @AttributeDefinition(name = "Patience", description = "How long a recogniser may take for a turn before the next best is asked, if there is one [ms]. "
                + "A turn waits five seconds for its words: what is left of them is the other's.", min = "100")
        int patience_ms() default 2_500;
    }

    @Activate
    public Patience(Settings settings) {
        this(toTranscribe(settings));
    }

    public Patience(Duration toTranscribe) {
        this.toTranscribe = toTranscribe;
    }

    @Modified
    void modified(Settings settings) {
        toTranscribe = toTranscribe(settings);
    }

    private static Duration toTranscribe(Settings settings) {
        return Duration.ofMillis(Math.max(LEAST_MS, settings.patience_ms()));
    }

    Duration toTranscribe() {
        return toTranscribe;
    }
}
