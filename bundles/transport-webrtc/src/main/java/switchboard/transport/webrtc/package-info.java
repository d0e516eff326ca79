/** Carries a call's audio and messages over WebRTC; the only package that knows webrtc-java. */
@NullMarked
package switchboard.transport.webrtc;

import org.jspecify.annotations.NullMarked;
