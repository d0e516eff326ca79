/** The embedded language model: says what the company has written down, or that it does not know, and leads callers through a booking. Invents nothing. */
@NullMarked
package switchboard.llm.receptionist;

import org.jspecify.annotations.NullMarked;
