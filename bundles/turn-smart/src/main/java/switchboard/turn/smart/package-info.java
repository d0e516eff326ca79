/** Smart Turn v3.2 on ONNX Runtime: does the melody of the last eight seconds say that the caller has finished? */
@NullMarked
package switchboard.turn.smart;

import org.jspecify.annotations.NullMarked;
