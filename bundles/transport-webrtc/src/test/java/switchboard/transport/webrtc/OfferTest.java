package switchboard.transport.webrtc;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import switchboard.api.call.OfferRejectedException;

class OfferTest {

    private static final String AUDIO = "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n";

    @Test
    void an_offer_with_audio_is_good() {
        assertThatCode(() -> Offer.check("v=0\r\n" + AUDIO)).doesNotThrowAnyException();
    }

    @Test
    void something_else_than_sdp_is_rejected() {
        rejects("", "expected SDP that begins with v=0");
        rejects("{}", "expected SDP that begins with v=0");
    }

    @Test
    void an_offer_without_audio_is_rejected() {
        rejects("v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n", "the offer has no audio");
    }

    @Test
    void audio_on_port_zero_is_no_audio() {
        rejects("v=0\r\nm=audio 0 UDP/TLS/RTP/SAVPF 111\r\n", "the offer has no audio");
    }

    @Test
    void eleven_media_are_rejected() {
        rejects("v=0\r\n" + AUDIO.repeat(11), "expected at most 10 m-lines, got 11");
    }

    @Test
    void more_than_twenty_kibibytes_are_rejected() {
        String attribute = "a=x:" + "y".repeat(20_480) + "\r\n";
        rejects("v=0\r\n" + AUDIO + attribute, "expected at most 20480 bytes of SDP, got 20524");
    }

    private static void rejects(String sdp, String reason) {
        assertThatThrownBy(() -> Offer.check(sdp)).isInstanceOf(OfferRejectedException.class).hasMessage(reason);
    }
}
