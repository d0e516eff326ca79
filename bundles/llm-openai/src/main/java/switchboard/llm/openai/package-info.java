/** The language model at any OpenAI-compatible endpoint: a company names the address, the model and the variable with its key. */
@NullMarked
package switchboard.llm.openai;

import org.jspecify.annotations.NullMarked;
