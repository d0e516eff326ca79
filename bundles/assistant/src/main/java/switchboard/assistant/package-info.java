/** What a company's assistant says: the core prompt, what it needs to know this turn, and the model that answers. */
@NullMarked
package switchboard.assistant;

import org.jspecify.annotations.NullMarked;
