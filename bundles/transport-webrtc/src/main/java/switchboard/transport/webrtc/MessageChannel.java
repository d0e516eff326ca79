package switchboard.transport.webrtc;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCDataChannelState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Text over a data channel. Thread-safe; its callbacks run on the library's signaling thread and take no lock. */
final class MessageChannel implements RTCDataChannelObserver {

    private static final Logger log = LoggerFactory.getLogger(MessageChannel.class);

    static final int MAX_BYTES = 64 * 1024;

    /** A client that does not read gets no more than this; sending is dropped until it has caught up. */
    private static final long MAX_BUFFERED_BYTES = 1024 * 1024;

    private final RTCDataChannel channel;
    private final Consumer<String> received;
    private final Consumer<String> unreadable;
    private final Runnable closedByPeer;
    private volatile boolean peerOpen;
    private boolean disposed;

    /**
     * @param received   gets each text
     * @param unreadable gets the reason why a message was dropped
     */
    MessageChannel(RTCDataChannel channel, Consumer<String> received, Consumer<String> unreadable, Runnable closedByPeer) {
        this.channel = channel;
        this.received = received;
        this.unreadable = unreadable;
        this.closedByPeer = closedByPeer;
        this.peerOpen = channel.getState() == RTCDataChannelState.OPEN;
        channel.registerObserver(this);
    }

    @Override
    public void onBufferedAmountChange(long previousAmount) {
        // send() asks for the amount when it matters
    }

    @Override
    public void onStateChange() {
        RTCDataChannelState state = channel.getState();
        peerOpen = state == RTCDataChannelState.OPEN;
        if (state == RTCDataChannelState.CLOSED) {
            closedByPeer.run();
        }
    }

    @Override
    public void onMessage(RTCDataChannelBuffer buffer) {
        ByteBuffer data = buffer.data;
        if (buffer.binary || data.remaining() > MAX_BYTES) {
            unreadable.accept(buffer.binary ? "messages are text; this one was binary" : "a message may have 64 KiB; this one has %d bytes".formatted(data.remaining()));
            return;
        }
        byte[] text = new byte[data.remaining()]; // the native memory is valid during this call only
        data.get(text);
        received.accept(new String(text, StandardCharsets.UTF_8));
    }

    /** Whether the other side reads. */
    boolean isOpen() {
        return peerOpen;
    }

    /** Whether the text is on its way; blocks for less than a millisecond. */
    synchronized boolean send(String text) {
        if (disposed || !peerOpen) {
            return false;
        }
        try {
            if (channel.getBufferedAmount() > MAX_BUFFERED_BYTES) {
                return false;
            }
            // 0.14.0 sends the whole backing array whatever position and limit say (#245): it must have the exact size.
            channel.send(new RTCDataChannelBuffer(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), false));
            return true;
        } catch (Exception e) { // declared by the library; the channel closed between the test and the call
            log.debug("message not sent reason={}", e.toString());
            return false;
        }
    }

    /** Closes the channel and frees it. */
    synchronized void dispose() {
        if (!disposed) {
            disposed = true;
            channel.unregisterObserver();
            channel.close();
            channel.dispose();
        }
    }
}
