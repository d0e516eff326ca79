/**
 * Turn detection: has the caller finished, or is this only a pause? Judges one pause; when to ask is the conversation's decision.
 */
@Export
@Version("1.1.0")
@NullMarked
package switchboard.api.turn;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
