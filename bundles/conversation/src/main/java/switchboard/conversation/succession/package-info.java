/** Who does a piece of work when a model fails or goes in the middle of it: the next best, each at most once. */
@NullMarked
package switchboard.conversation.succession;

import org.jspecify.annotations.NullMarked;
