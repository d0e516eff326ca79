/** llama.cpp in this process: one native model for each file, its slots, and what may be asked of it without harm. */
@Export
@Version("1.0.0")
@NullMarked
package switchboard.llama;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
