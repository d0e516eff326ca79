/** MiniLM-L6-v2 on ONNX Runtime: the meaning of an English text as a vector of 384 numbers. */
@NullMarked
package switchboard.embedding.minilm;

import org.jspecify.annotations.NullMarked;
