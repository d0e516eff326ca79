/** How well it is told what matter a question or a passage is about, and the fitting of that. */
@NullMarked
package switchboard.bench.matters;

import org.jspecify.annotations.NullMarked;
