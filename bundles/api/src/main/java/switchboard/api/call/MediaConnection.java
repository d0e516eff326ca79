package switchboard.api.call;

import org.osgi.annotation.versioning.ProviderType;

/** One established or emerging media connection. Thread-safe. */
@ProviderType
public interface MediaConnection extends AutoCloseable {

    /** The complete answer, with all candidates of this side. */
    String answerSdp();

    /**
     * Adds a candidate of the other side; what cannot be used is ignored.
     *
     * @param candidate untrusted; empty means that there are no more
     */
    void addCandidate(String candidate, String sdpMid, int sdpMLineIndex);

    /**
     * Sends text over the data channel.
     *
     * @return false if the channel is not open (yet, or any more), and the text was dropped
     */
    boolean send(String text);

    /** Ends the connection and frees all it holds. Closing twice has no effect. Not to be called from a listener's method. */
    @Override
    void close();
}
