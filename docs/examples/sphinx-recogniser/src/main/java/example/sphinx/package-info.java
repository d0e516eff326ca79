/** A recogniser that another program is. */
@NullMarked
package example.sphinx;

import org.jspecify.annotations.NullMarked;
