/** Has the caller finished? */
@NullMarked
package example.turn;

import org.jspecify.annotations.NullMarked;
