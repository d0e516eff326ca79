/**
 * What a company's assistant answers. Text only; hears and speaks nothing.
 */
@Export
@Version("3.1.0")
@NullMarked
package switchboard.api.assistant;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
