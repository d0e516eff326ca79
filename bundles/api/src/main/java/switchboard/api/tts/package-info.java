/**
 * Text to speech: one sentence or clause in, audio out, piece by piece; and the phonemes between the two.
 */
@Export
@Version("1.0.0")
@NullMarked
package switchboard.api.tts;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
