/** Live conversations: where audio, models and the pure turn machine meet, one thread per call. */
@NullMarked
package switchboard.conversation;

import org.jspecify.annotations.NullMarked;
