package switchboard.assistant;

import switchboard.assistant.consent.Phrases;
import switchboard.assistant.tool.Outcome;

/** Why a tool did not do it, in words for the caller. */
final class Excuse {

    private Excuse() {
    }

    static String of(Outcome<?> outcome, Phrases phrases) {
        if (outcome instanceof Outcome.Refused<?> refused && !refused.spoken().isBlank()) {
            return refused.spoken();
        }
        return outcome instanceof Outcome.TimedOut<?> ? phrases.tooLong() : phrases.failed();
    }
}
