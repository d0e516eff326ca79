/** Tests of the WebRTC transport. */
@NullMarked
package switchboard.transport.webrtc;

import org.jspecify.annotations.NullMarked;
