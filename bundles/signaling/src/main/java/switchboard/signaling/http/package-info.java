/** SmallWebRTC's requests: routes, bodies, origins. */
@NullMarked
package switchboard.signaling.http;

import org.jspecify.annotations.NullMarked;
