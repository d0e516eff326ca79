/** A company's documents, cut into passages and found by meaning and by words. */
@NullMarked
package switchboard.knowledge;

import org.jspecify.annotations.NullMarked;
