/** Piper's voices on ONNX Runtime: phonemes in, speech out. */
@NullMarked
package switchboard.tts.piper;

import org.jspecify.annotations.NullMarked;
