/** A language model in this process: llama.cpp with a GGUF file, loaded only when a company asks for it by name. */
@NullMarked
package switchboard.llm.llama;

import org.jspecify.annotations.NullMarked;
