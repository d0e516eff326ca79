package switchboard.operations.records;

import switchboard.api.call.CallEvent;

/**
 * What tells the caller that the call is kept: the company's greeting begins with it, and is spoken as one.
 *
 * @param greeting as the caller hears it
 */
record Notice(String greeting) {

    /** Whether it has now been heard, to its end. */
    boolean isHeardIn(CallEvent event) {
        return event instanceof CallEvent.BotSegment words && words.spoken() && words.completed() && words.text().equals(greeting);
    }
}
