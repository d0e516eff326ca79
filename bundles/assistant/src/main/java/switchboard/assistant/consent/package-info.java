/** What a caller's words mean for a proposal, and what the assistant says of its own accord, in each language. */
@NullMarked
package switchboard.assistant.consent;

import org.jspecify.annotations.NullMarked;
