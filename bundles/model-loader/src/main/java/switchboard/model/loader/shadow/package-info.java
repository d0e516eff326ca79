/** A model that hears what the serving one hears and is not heard: does it agree, and how long does it take? */
@NullMarked
package switchboard.model.loader.shadow;

import org.jspecify.annotations.NullMarked;
