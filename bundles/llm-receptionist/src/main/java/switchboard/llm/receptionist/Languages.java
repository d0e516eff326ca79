package switchboard.llm.receptionist;

import java.util.Optional;
import switchboard.api.time.SpokenTimes;

/** The dates and times of the languages that are there at this moment. */
@FunctionalInterface
interface Languages {

    /** Those of a language, if they are there. */
    Optional<SpokenTimes> times(String language);
}
