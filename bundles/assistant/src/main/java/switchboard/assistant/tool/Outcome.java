package switchboard.assistant.tool;

/** What came of a tool's work. */
public sealed interface Outcome<T> {

    /** It did it. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It cannot do it, and said why, for the caller's ear. */
    record Refused<T>(String spoken) implements Outcome<T> {}

    /** It took too long; it may or may not have done it. */
    record TimedOut<T>() implements Outcome<T> {}

    /** It failed in a way that nobody foresaw, or there was no thread for it. */
    record Broken<T>() implements Outcome<T> {}
}
