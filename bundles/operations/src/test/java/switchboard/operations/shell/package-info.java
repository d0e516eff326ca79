/** The commands of the shell, scope {@code voice}. */
@NullMarked
package switchboard.operations.shell;

import org.jspecify.annotations.NullMarked;
