/** Where the server keeps what must outlive it. */
@NullMarked
package switchboard.operations.data;

import org.jspecify.annotations.NullMarked;
