package switchboard.api.call;

import org.osgi.annotation.versioning.ProviderType;

/** Brings audio and messages in and out; knows the network and no conversation. Thread-safe. */
@ProviderType
public interface MediaTransport {

    /**
     * Answers an offer; blocks for some tens of milliseconds, never longer than five seconds.
     *
     * @param offerSdp untrusted; at most 64 KiB
     * @param listener hears what happens on the connection
     * @return a connection that is about to be established; the caller closes it
     * @throws OfferRejectedException if the offer is malformed or offers no audio
     */
    MediaConnection answer(String offerSdp, MediaListener listener) throws OfferRejectedException;
}
