/**
 * Spoken dates and times: what a caller means by "the day after tomorrow at half past seven", and how to say a date.
 */
@Export
@Version("1.1.0")
@NullMarked
package switchboard.api.time;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
