/** How alike two texts are. */
@NullMarked
package example.embedding;

import org.jspecify.annotations.NullMarked;
