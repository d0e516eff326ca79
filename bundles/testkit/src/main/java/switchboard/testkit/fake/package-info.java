/** Models that do what they are told: predictable, without weights. */
@Export
@Version("1.0.0")
@NullMarked
package switchboard.testkit.fake;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
