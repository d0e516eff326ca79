/** MiniLM-L6-v2 and E5-small-v2 on ONNX Runtime: the meaning of an English text as a vector of 768 numbers. */
@NullMarked
package switchboard.embedding.minilm;

import org.jspecify.annotations.NullMarked;
