package switchboard.api.tool;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What a language model is told about a tool.
 *
 * @param name        lower-case letters, digits and underscores, for example {@code book_appointment}
 * @param description what it does and when to use it, one or two sentences
 * @param parameters  JSON Schema (draft 2020-12) of the arguments, of type object, with {@code additionalProperties} false
 * @param sideEffect  whether it changes anything
 * @param timeout     after which the assistant gives up; positive
 */
public record ToolDescription(String name, String description, String parameters, boolean sideEffect, Duration timeout) {

    public ToolDescription {
        requireNonNull(description, "description");
        requireNonNull(parameters, "parameters");
        if (!name.matches("[a-z][a-z0-9_]{0,63}")) {
            throw new IllegalArgumentException("not a tool's name: " + name);
        }
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must be positive: " + timeout);
        }
    }
}
