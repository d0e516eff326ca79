/** Whisper base on whisper.cpp: speech to text in the languages that it knows well. */
@NullMarked
package switchboard.stt.whisper;

import org.jspecify.annotations.NullMarked;
