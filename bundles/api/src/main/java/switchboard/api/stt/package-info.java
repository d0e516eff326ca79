/**
 * Speech to text. One piece of speech in, its words out; when to transcribe is the conversation's decision.
 */
@Export
@Version("1.2.0")
@NullMarked
package switchboard.api.stt;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
