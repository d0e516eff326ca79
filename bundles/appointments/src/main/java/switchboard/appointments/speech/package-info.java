/** How appointments are talked about, in each language. */
@NullMarked
package switchboard.appointments.speech;

import org.jspecify.annotations.NullMarked;
