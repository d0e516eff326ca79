/**
 * One call: the media that carries it, the conversation in it, what happens during it, and where its milliseconds went.
 */
@Export
@Version("2.4.0")
@NullMarked
package switchboard.api.call;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
