/**
 * Voice activity detection (VAD): does this window of audio hold speech? Not a decision about utterances or turns; that is the
 * conversation's.
 */
@Export
@Version("1.0.0")
@NullMarked
package switchboard.api.vad;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
