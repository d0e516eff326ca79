package switchboard.api.tool;

import org.osgi.annotation.versioning.ConsumerType;
import switchboard.api.company.Company;

/**
 * Something that an assistant can do.
 *
 * <p><b>Service.</b> Registered and withdrawn at any time; an assistant looks it up for each turn, and offers it to a
 * company that allows its name.
 * <p><b>Threading.</b> Thread-safe. {@link #readBack} and {@link #run} block; the assistant gives up after
 * {@link ToolDescription#timeout()} and interrupts the thread.
 * <p><b>Safety.</b> A tool with a side effect is never run because a language model says so: the assistant speaks
 * {@link #readBack} first and calls {@link #run} only after the caller's yes. The company comes from the call, never from
 * an argument.
 */
@ConsumerType
public interface Tool {

    ToolDescription description();

    /** What the assistant of a company is told of it, under the same name: its own choices, for example. As a rule the same for all. */
    default ToolDescription description(Company company) {
        return description();
    }

    /**
     * What is about to be done, as a question for the caller's ear, for example "A table for four on Friday, the third of
     * December, at eight in the evening. Is that right?". Called only if the tool has a side effect; changes nothing.
     *
     * @param call arguments that fit the schema
     * @throws ToolException if it cannot be done as asked; the message offers an alternative
     */
    default String readBack(ToolCall call) throws ToolException {
        throw new ToolException("I cannot do that.");
    }

    /**
     * Does it. Repeated with the same call id, turn and arguments it does nothing more and answers the same.
     *
     * @param call arguments that fit the schema
     * @throws ToolException if it cannot be done; nothing has been changed
     */
    ToolResult run(ToolCall call) throws ToolException;
}
