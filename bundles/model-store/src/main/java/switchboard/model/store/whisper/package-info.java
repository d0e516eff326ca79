/** Whisper weights as faster-whisper has them, rewritten as whisper.cpp reads them, to the byte of the published files. */
@NullMarked
package switchboard.model.store.whisper;

import org.jspecify.annotations.NullMarked;
