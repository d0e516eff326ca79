/** Kokoro-82M on ONNX Runtime: phonemes in, speech at 24 kHz out. */
@NullMarked
package switchboard.tts.kokoro;

import org.jspecify.annotations.NullMarked;
