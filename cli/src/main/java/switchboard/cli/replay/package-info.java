/** A call's record against the assistant of today. */
@NullMarked
package switchboard.cli.replay;

import org.jspecify.annotations.NullMarked;
