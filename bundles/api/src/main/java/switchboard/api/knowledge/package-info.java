/**
 * What a company has written down, found by meaning: passages, the search for them, and the embeddings behind it.
 */
@Export
@Version("1.4.0")
@NullMarked
package switchboard.api.knowledge;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
