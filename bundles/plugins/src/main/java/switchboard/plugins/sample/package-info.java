/** Golden samples: what a model of each kind must be able to do before it serves callers. Knows nothing of OSGi. */
@NullMarked
package switchboard.plugins.sample;

import org.jspecify.annotations.NullMarked;
