/** Silero VAD on ONNX Runtime: how probable is it that this window of 32 ms holds speech? */
@NullMarked
package switchboard.vad.silero;

import org.jspecify.annotations.NullMarked;
