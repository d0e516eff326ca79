/** What a caller does with the clauses of a turn: wishes, asks, tells a reason, is polite. */
@NullMarked
package switchboard.llm.receptionist.acts;

import org.jspecify.annotations.NullMarked;
