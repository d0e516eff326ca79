/** How soon a turn ends after its last word, and how often it ends too soon: real models and the real machine, in simulated time. */
@NullMarked
package switchboard.bench.endpointing;

import org.jspecify.annotations.NullMarked;
