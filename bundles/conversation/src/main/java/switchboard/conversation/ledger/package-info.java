/** Where the milliseconds of a turn went, and who used them. */
@NullMarked
package switchboard.conversation.ledger;

import org.jspecify.annotations.NullMarked;
