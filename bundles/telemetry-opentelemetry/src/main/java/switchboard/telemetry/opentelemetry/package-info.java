/** Calls as OpenTelemetry traces: a span for the conversation, for each turn in it, and for each part of a turn. */
@NullMarked
package switchboard.telemetry.opentelemetry;

import org.jspecify.annotations.NullMarked;
