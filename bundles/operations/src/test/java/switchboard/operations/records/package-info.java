/** What was said in the calls of companies that want it kept. */
@NullMarked
package switchboard.operations.records;

import org.jspecify.annotations.NullMarked;
