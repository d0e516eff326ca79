/** Questions about facts, and what their answers must have: asked by a test and by a bench. */
@Export
@Version("1.0.0")
@NullMarked
package switchboard.testkit.facts;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
