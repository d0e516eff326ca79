/** Is this window of audio speech? */
@NullMarked
package example.vad;

import org.jspecify.annotations.NullMarked;
