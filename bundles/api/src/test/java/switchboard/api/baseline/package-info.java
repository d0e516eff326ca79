/** Whether the contracts are those that were accepted. */
@NullMarked
package switchboard.api.baseline;

import org.jspecify.annotations.NullMarked;
