/** What every model of a kind keeps: extend the test of its kind, and open the model there. Ships in no product. */
@Export
@Version("1.1.0")
@NullMarked
package switchboard.testkit.contract;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
