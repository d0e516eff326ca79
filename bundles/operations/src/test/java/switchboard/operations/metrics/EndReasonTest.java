package switchboard.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndReasonTest {

    /** As signaling and the conversation word them. */
    @ParameterizedTest
    @CsvSource({
        "the caller hung up, hung_up",
        "the caller is gone, lost",
        "the caller did not connect within 30 s, never_connected",
        "its offer was refused, offer_failed",
        "its offer could not be answered, offer_failed",
        "the server stops, server_stops",
        "the caller is silent, silent",
        "the call has lasted as long as it may, time_is_up",
        "the caller has asked as often as one call may, turns_are_up",
        "an internal error ended the call, error",
        "whatever, other",
    })
    void reasons_fall_into_few_classes(String reason, String label) {
        assertThat(EndReason.of(reason).label()).isEqualTo(label);
    }
}
