/**
 * Tools: what an assistant can do besides talking. A bundle registers a tool as a service; a company allows it by name.
 */
@Export
@Version("1.1.0")
@NullMarked
package switchboard.api.tool;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
