/** Models that do what they are told, predictable and without weights; and who listens to what a server sends. */
@Export
@Version("1.2.0")
@NullMarked
package switchboard.testkit.fake;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
