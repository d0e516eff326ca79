/** What tests share. Ships in no product. */
@Export
@Version("1.0.0")
@NullMarked
package switchboard.testkit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
