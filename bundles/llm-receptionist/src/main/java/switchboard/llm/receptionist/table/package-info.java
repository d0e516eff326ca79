/** Tables of turns of phrase, one row each, that people who write no code can extend. */
@NullMarked
package switchboard.llm.receptionist.table;

import org.jspecify.annotations.NullMarked;
