/**
 * A company as it is configured: an immutable value, and the service that knows all of them.
 */
@Export
@Version("2.3.0")
@NullMarked
package switchboard.api.company;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
