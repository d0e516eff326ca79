/** A voice that another program speaks. */
@NullMarked
package example.espeak;

import org.jspecify.annotations.NullMarked;
