/**
 * Numbers that a bundle keeps about itself, for whoever watches the server. Not what happens in calls: a
 * {@link switchboard.api.call.CallObserver} is told that.
 */
@Export
@Version("1.0.0")
@NullMarked
package switchboard.api.metrics;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
