/** What a browser sees: the page a caller opens, and the doorman who says what is still missing. It knows nothing of calls. */
@NullMarked
package switchboard.web;

import org.jspecify.annotations.NullMarked;
