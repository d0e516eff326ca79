/** Moonshine tiny on ONNX Runtime: English speech to text in well under a tenth of a second. */
@NullMarked
package switchboard.stt.moonshine;

import org.jspecify.annotations.NullMarked;
