/** Which language model answers: the company's, or another one while that fails. */
@NullMarked
package switchboard.assistant.brain;

import org.jspecify.annotations.NullMarked;
