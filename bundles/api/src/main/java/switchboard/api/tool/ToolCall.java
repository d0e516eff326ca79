package switchboard.api.tool;

import static java.util.Objects.requireNonNull;

import java.time.ZonedDateTime;
import switchboard.api.company.Company;

/**
 * One use of a tool.
 *
 * @param company   for whom; given by the call, never by the model
 * @param callId    the call
 * @param turn      number of the caller's turn in the call in which the tool was asked for; with the call's id it makes a
 *                  repetition recognisable
 * @param now       the company's time
 * @param arguments a JSON object that has been checked against the schema
 */
public record ToolCall(Company company, String callId, int turn, ZonedDateTime now, String arguments) {

    public ToolCall {
        requireNonNull(company, "company");
        requireNonNull(callId, "callId");
        requireNonNull(now, "now");
        requireNonNull(arguments, "arguments");
    }
}
