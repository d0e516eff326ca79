/** What is measured: start, first audio, voice to voice, memory. Prints p50, p95, max and n of everything. */
@NullMarked
package switchboard.bench;

import org.jspecify.annotations.NullMarked;
