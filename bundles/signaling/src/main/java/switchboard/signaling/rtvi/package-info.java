/** RTVI 2: the messages that travel beside the audio. Text in, values out, and back. */
@NullMarked
package switchboard.signaling.rtvi;

import org.jspecify.annotations.NullMarked;
