/**
 * Audio as values: clips of mono samples, WAV files, and the change of sample rate. No devices, no network, no codecs.
 */
@Export
@Version("1.2.0")
@NullMarked
package switchboard.api.audio;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
