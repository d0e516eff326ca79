/** How well the receptionist tells what callers do, and the fitting of that. */
@NullMarked
package switchboard.bench.acts;

import org.jspecify.annotations.NullMarked;
