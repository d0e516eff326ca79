/** Loads models in parallel, publishes each when it is warm, leases it to calls, and retires it without haste. */
@NullMarked
package switchboard.model.loader;

import org.jspecify.annotations.NullMarked;
